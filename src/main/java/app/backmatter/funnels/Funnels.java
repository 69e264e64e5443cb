package app.backmatter.funnels;

import app.backmatter.funnels.domain.CreateFunnel;
import app.backmatter.funnels.domain.OutlineFunnels;
import app.backmatter.funnels.domain.PublishFunnel;
import app.backmatter.funnels.domain.ReadFunnels;
import app.backmatter.links.LinkId;
import app.backmatter.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Funnels of the workspace in scope, for modules above; outlines of any. */
@Service
public class Funnels {
    private final ReadFunnels read;
    private final OutlineFunnels outline;
    private final CreateFunnel create;
    private final PublishFunnel publish;

    Funnels(ReadFunnels read, OutlineFunnels outline, CreateFunnel create, PublishFunnel publish) {
        this.read = read;
        this.outline = outline;
        this.create = create;
        this.publish = publish;
    }

    /** Latest made first. */
    public List<FunnelView> all() {
        return read.all();
    }

    /** Latest made first; as many questions to the database for one workspace as for a thousand. */
    public List<FunnelOutline> outlines(Collection<WorkspaceId> workspaces) {
        return outline.of(workspaces);
    }

    public Optional<FunnelView> find(FunnelId id) {
        return read.find(id);
    }

    /** Makes a draft; nobody sees it until it is published. */
    public FunnelId create(NewFunnel funnel) {
        return create.create(funnel);
    }

    /**
     * Publishes the draft as it is now and points these short links to its entry page.
     *
     * @param by who does it, shown in the history
     * @throws app.backmatter.funnels.domain.NotPublishable while something must be mended
     */
    public RevisionId publish(FunnelId id, Collection<LinkId> leadHere, String by) {
        return publish.publish(id, leadHere, by);
    }
}
