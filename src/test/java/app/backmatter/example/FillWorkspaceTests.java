package app.backmatter.example;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.WorkspaceCreated;
import app.backmatter.books.Books;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.PlaceKind;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.StepView;
import app.backmatter.mail.Sequences;
import app.backmatter.orders.Orders;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class FillWorkspaceTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Books books;

    @Autowired
    Catalog catalog;

    @Autowired
    Funnels funnels;

    @Autowired
    Sequences sequences;

    @Autowired
    Orders orders;

    WorkspaceId workspace;

    @BeforeEach
    void newWorkspace() {
        workspace = accounts.workspace().id();
    }

    @Test
    void fillsANewWorkspaceWithTheHandbook() {
        create(true);
        awaitFunnels();

        WorkspaceScope.run(workspace, () -> {
            assertThat(books.all()).singleElement().satisfies(book -> {
                assertThat(book.title()).isEqualTo("The Last Pages");
                assertThat(book.cover()).isNotNull();
                assertThat(book.isbn()).isNull();
            });
            assertThat(books.places())
                    .extracting(place -> place.format() + " " + place.kind())
                    .containsExactlyInAnyOrder(
                            EditionFormat.PAPERBACK + " " + PlaceKind.BACK_MATTER,
                            EditionFormat.PAPERBACK + " " + PlaceKind.CHAPTER_END,
                            EditionFormat.EBOOK + " " + PlaceKind.BACK_MATTER);
            assertThat(catalog.all()).hasSize(6).allSatisfy(FillWorkspaceTests::hasItsFile);
        });
    }

    @Test
    void publishesBothFunnelsAndLeadsEveryPlaceToTheFirst() {
        create(true);
        awaitFunnels();

        WorkspaceScope.run(workspace, () -> {
            var free = funnel("The checklist for your last pages");
            assertThat(free.steps())
                    .extracting(StepView::kind)
                    .containsExactly("opt-in", "tripwire", "upsell", "down-sell", "cross-sell", "re-pitch");
            assertThat(funnel("The workbook at once").steps().getFirst().kind()).isEqualTo("tripwire");
            assertThat(books.places())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.link().target()).isEqualTo(free.path()));
            assertThat(sequences.all()).hasSize(3);
        });
    }

    @Test
    void inventsNoFigures() {
        create(true);
        awaitFunnels();

        WorkspaceScope.run(workspace, () -> {
            assertThat(orders.latest(10)).isEmpty();
            assertThat(books.places())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.link().clicks()).isZero());
        });
    }

    @Test
    void fillsOnceHoweverOftenItIsAsked() {
        create(true);
        awaitFunnels();
        create(true);

        Awaitility.await()
                .during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(published()).hasSize(2));
    }

    @Test
    void leavesAWorkspaceEmptyThatWantsToBe() {
        create(false);

        Awaitility.await()
                .during(Duration.ofMillis(500))
                .untilAsserted(() -> WorkspaceScope.run(
                        workspace, () -> assertThat(books.all()).isEmpty()));
    }

    private void create(boolean withExample) {
        transaction.executeWithoutResult(status -> events.publishEvent(new WorkspaceCreated(workspace, withExample)));
    }

    private void awaitFunnels() {
        Awaitility.await().untilAsserted(() -> assertThat(published()).hasSize(2));
    }

    private List<FunnelView> published() {
        return WorkspaceScope.call(
                workspace,
                () -> funnels.all().stream()
                        .filter(funnel -> funnel.published() != null)
                        .toList());
    }

    private FunnelView funnel(String name) {
        return published().stream()
                .filter(funnel -> funnel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void hasItsFile(ProductView product) {
        assertThat(product.files())
                .as(product.name())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isPositive());
    }
}
