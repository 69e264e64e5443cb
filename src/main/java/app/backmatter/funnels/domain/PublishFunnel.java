package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.links.LinkId;
import app.backmatter.links.ShortLinks;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a draft as a new revision, opens the funnel's door with it and leads short links there. */
@Component
public class PublishFunnel {
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final ReviewFunnel review;
    private final FreezeContent content;
    private final ShortLinks links;
    private final Workspaces workspaces;
    private final Clock clock;

    PublishFunnel(
            FunnelRepository funnels,
            RevisionRepository revisions,
            ReviewFunnel review,
            FreezeContent content,
            ShortLinks links,
            Workspaces workspaces,
            Clock clock) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.review = review;
        this.content = content;
        this.links = links;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * @param leadHere links that shall lead to the entry page from now on
     * @param by who publishes, as people know them
     * @throws NotPublishable while a guard says that something must be mended
     */
    @Transactional
    public RevisionId publish(FunnelId id, Collection<LinkId> leadHere, String by) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        if (review.review(funnel.draft()).stream().anyMatch(Finding::blocks)) {
            throw new NotPublishable();
        }
        var revision = revisions.save(
                new Revision(id, revisions.nextNumber(id), content.freeze(funnel.draft()), clock.instant(), by));
        funnel.open(revision);
        funnels.save(funnel);
        var entry = EntryPath.of(workspaces.get(WorkspaceScope.current()).slug(), funnel.slug());
        leadHere.forEach(link -> links.point(link, entry));
        return revision.getId();
    }
}
