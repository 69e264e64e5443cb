package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the author's side of funnels. */
@Component
@Transactional(readOnly = true)
public class FunnelDrafts {
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final ReviewFunnel review;
    private final FreezeContent content;
    private final Workspaces workspaces;

    FunnelDrafts(
            FunnelRepository funnels,
            RevisionRepository revisions,
            ReviewFunnel review,
            FreezeContent content,
            Workspaces workspaces) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.review = review;
        this.content = content;
        this.workspaces = workspaces;
    }

    /** Latest made first. */
    public List<FunnelDraft> all() {
        return funnels.findAllByOrderByCreatedAtDesc().stream().map(this::draft).toList();
    }

    /** @throws NotFound when this workspace has no such funnel */
    public FunnelDraft get(FunnelId id) {
        return funnels.findById(id).map(this::draft).orElseThrow(NotFound::new);
    }

    /** What readers would meet if it were published now; for the preview. */
    public PublishedContent asPublished(FunnelId id) {
        return content.freeze(funnels.findById(id).orElseThrow(NotFound::new).draft());
    }

    private FunnelDraft draft(Funnel funnel) {
        var id = funnel.revision();
        var revision = id == null ? null : revisions.findById(id).orElseThrow();
        return new FunnelDraft(
                funnel.id(),
                funnel.name(),
                EntryPath.of(workspaces.get(WorkspaceScope.current()).slug(), funnel.slug()),
                funnel.draft(),
                review.review(funnel.draft()),
                revision == null ? null : new FunnelDraft.Publication(revision.number(), revision.publishedAt()),
                funnel.isWithdrawn(),
                revision == null || !revision.content().equals(content.freeze(funnel.draft())));
    }
}
