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
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a draft as a revision, opens the funnel's door with it and leads short links there. */
@Component
public class PublishFunnel {
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final StockTaking stockTaking;
    private final ShortLinks links;
    private final Workspaces workspaces;
    private final Clock clock;

    PublishFunnel(
            FunnelRepository funnels,
            RevisionRepository revisions,
            StockTaking stockTaking,
            ShortLinks links,
            Workspaces workspaces,
            Clock clock) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.stockTaking = stockTaking;
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
        var funnel = funnels.lock(id).orElseThrow(NotFound::new);
        var stock = stockTaking.of(List.of(funnel.draft()));
        if (Review.of(funnel.draft(), stock).findings().stream().anyMatch(Finding::blocks)) {
            throw new NotPublishable();
        }
        var revision = revision(funnel, PublishedContent.freeze(funnel.draft(), stock), by);
        funnel.open(revision);
        funnels.save(funnel);
        var entry = EntryPath.of(workspaces.get(WorkspaceScope.current()).slug(), funnel.slug());
        leadHere.forEach(link -> links.point(link, entry));
        return revision.getId();
    }

    /** The one that readers meet already when nothing would change for them, so that reports don't fall apart. */
    private Revision revision(Funnel funnel, PublishedContent frozen, String by) {
        var id = funnel.revision();
        return Optional.ofNullable(id)
                .flatMap(revisions::findById)
                .filter(current -> current.content().equals(frozen))
                .orElseGet(() -> revisions.save(
                        new Revision(funnel.id(), revisions.nextNumber(funnel.id()), frozen, clock.instant(), by)));
    }
}
