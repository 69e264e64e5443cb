package app.backmatter.funnels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.shared.Slug;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.BackmatterTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class FunnelStorageTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private final WorkspaceId workspace = WorkspaceId.next();

    @Autowired
    FunnelRepository funnels;

    @Autowired
    RevisionRepository revisions;

    @Autowired
    PublishedFunnels published;

    @Autowired
    TransactionOperations transaction;

    @Test
    void findsAPublishedRevisionByPlainSql() {
        var content = FunnelContents.published(FunnelContents.freeGift());
        var revision = store(content);

        var found = published.find(workspace, revision.getId()).orElseThrow();

        assertThat(found.content()).isEqualTo(content);
        assertThat(published.find(WorkspaceId.next(), revision.getId())).isEmpty();
    }

    @Test
    void keepsTheDraft() {
        store(FunnelContents.published(FunnelContents.freeGift()));

        var found = WorkspaceScope.call(workspace, () -> funnels.findAllByOrderByCreatedAtDesc());

        assertThat(found)
                .singleElement()
                .satisfies(funnel -> assertThat(funnel.draft().steps()).hasSize(5));
    }

    private Revision store(PublishedContent content) {
        return WorkspaceScope.call(
                workspace,
                () -> transaction.execute(status -> {
                    var funnel = new Funnel(FunnelId.next(), "Gift", new Slug("gift"), content.funnel(), NOW);
                    funnels.save(funnel);
                    var revision = revisions.save(new Revision(
                            funnel.id(), revisions.nextNumber(funnel.id()), content, NOW, "ann@example.com"));
                    funnel.open(revision);
                    funnels.save(funnel);
                    return revision;
                }));
    }
}
