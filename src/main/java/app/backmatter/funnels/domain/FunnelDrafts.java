package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.NotFound;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the author's side of funnels. */
@Component
@Transactional(readOnly = true)
public class FunnelDrafts {
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final StockTaking stockTaking;

    FunnelDrafts(FunnelRepository funnels, RevisionRepository revisions, StockTaking stockTaking) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.stockTaking = stockTaking;
    }

    /** Latest made first; as many questions to the database for one as for a thousand. */
    public List<FunnelDraft> all() {
        var all = funnels.findAllByOrderByCreatedAtDesc();
        var current = revisions.findCurrent().stream().collect(Collectors.toMap(Revision::getId, Function.identity()));
        var stock = stockTaking.of(all.stream().map(Funnel::draft).toList());
        return all.stream()
                .map(funnel -> draft(funnel, funnel.revision() == null ? null : current.get(funnel.revision()), stock))
                .toList();
    }

    /** @throws NotFound when this workspace has no such funnel */
    public FunnelDraft get(FunnelId id) {
        var funnel = find(id);
        var revision = funnel.revision() == null
                ? null
                : revisions.findById(funnel.revision()).orElseThrow();
        return draft(funnel, revision, stockTaking.of(List.of(funnel.draft())));
    }

    /** What readers would meet if it were published now; for the preview. */
    public PublishedContent asPublished(FunnelId id) {
        var draft = find(id).draft();
        return PublishedContent.freeze(draft, stockTaking.of(List.of(draft)));
    }

    private Funnel find(FunnelId id) {
        return funnels.findById(id).orElseThrow(NotFound::new);
    }

    private static FunnelDraft draft(Funnel funnel, @Nullable Revision revision, Stock stock) {
        return new FunnelDraft(
                funnel.id(),
                funnel.name(),
                EntryPath.of(stock.workspace().slug(), funnel.slug()),
                funnel.draft(),
                Review.of(funnel.draft(), stock).findings(),
                revision == null ? null : new FunnelDraft.Publication(revision.number(), revision.publishedAt()),
                funnel.isWithdrawn(),
                revision == null || !revision.content().equals(PublishedContent.freeze(funnel.draft(), stock)));
    }
}
