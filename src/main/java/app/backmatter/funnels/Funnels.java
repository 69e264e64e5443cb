package app.backmatter.funnels;

import app.backmatter.funnels.domain.CreateFunnel;
import app.backmatter.funnels.domain.PublishFunnel;
import app.backmatter.funnels.domain.ReadFunnels;
import app.backmatter.links.LinkId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Funnels of the workspace in scope, for modules above. */
@Service
public class Funnels {
    private final ReadFunnels read;
    private final CreateFunnel create;
    private final PublishFunnel publish;

    Funnels(ReadFunnels read, CreateFunnel create, PublishFunnel publish) {
        this.read = read;
        this.create = create;
        this.publish = publish;
    }

    /** Latest made first. */
    public List<FunnelView> all() {
        return read.all();
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
