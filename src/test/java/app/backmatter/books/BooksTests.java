package app.backmatter.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.books.domain.BookShelf;
import app.backmatter.books.domain.Editions;
import app.backmatter.books.domain.Places;
import app.backmatter.books.domain.StillNeeded;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class BooksTests {
    @Autowired
    Books books;

    @Autowired
    BookShelf shelf;

    @Autowired
    Editions editions;

    @Autowired
    Places places;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BookFixtures fixtures;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void givesEachPlaceALinkThatKnowsIt() {
        var place = fixtures.backMatter(workspace);
        assertThat(place.link().source()).isEqualTo(Source.place(place.id().value()));
        assertThat(place.link().url()).endsWith("/go/" + place.link().code());
        assertThat(place.bookTitle()).isEqualTo("The Quiet Harbour");
    }

    @Test
    void givesTheSamePlaceForTheSameSpot() {
        var first = fixtures.backMatter(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThat(books.addPlace(first.edition(), PlaceKind.BACK_MATTER, null))
                    .isEqualTo(first);
            books.addPlace(first.edition(), PlaceKind.CHAPTER_END, 7);
            books.addPlace(first.edition(), PlaceKind.CHAPTER_END, 2);
            assertThat(books.places())
                    .extracting(PlaceView::kind)
                    .containsExactly(PlaceKind.CHAPTER_END, PlaceKind.CHAPTER_END, PlaceKind.BACK_MATTER);
            assertThat(books.places()).extracting(PlaceView::chapter).containsExactly(2, 7, null);
        });
    }

    @Test
    void makesOnePlaceOfManyClicksAtOnce() throws Exception {
        var edition = fixtures.backMatter(workspace).edition();
        Callable<PlaceId> click = () -> WorkspaceScope.call(
                workspace.id(),
                () -> books.addPlace(edition, PlaceKind.BACK_COVER, null).id());
        var made = new HashSet<PlaceId>();
        try (var clicks = Executors.newFixedThreadPool(8)) {
            for (var place : clicks.invokeAll(Collections.nCopies(8, click))) {
                made.add(place.get());
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void retiresAPlaceWithoutLosingItsLink() {
        var place = fixtures.backMatter(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            places.retire(place.id());
            assertThat(books.places()).extracting(PlaceView::retired).containsExactly(true);
            var next = books.addPlace(place.edition(), PlaceKind.BACK_MATTER, null);
            assertThat(next.link().code()).isNotEqualTo(place.link().code());
        });
    }

    @Test
    void refusesNumbersThatAreNoIsbnOrAsin() {
        var book = fixtures.book(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThatThrownBy(() ->
                            books.addEdition(book, new NewEdition(EditionFormat.EBOOK, "9780306406158", null, null)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> books.addEdition(book, new NewEdition(EditionFormat.EBOOK, null, "short", null)))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void tellsTheLowestListPrice() {
        var place = fixtures.backMatter(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            var shop = new RetailerLink("Corner Books", "https://corner.example/harbour");
            books.addEdition(
                    place.book(),
                    new NewEdition(EditionFormat.EBOOK, null, "b00example", Money.of(499, "USD"), List.of(shop)));
            var book = books.find(place.book()).orElseThrow();
            assertThat(book.listPrice()).isEqualTo(Money.of(499, "USD"));
            assertThat(book.isbn()).isEqualTo("9780306406157");
            assertThat(books.all()).containsExactly(book);
            assertThat(editions.of(place.book()).getLast().retailers()).containsExactly(shop);
        });
    }

    @Test
    void keepsForEverWhatReadersCameBy() {
        var place = fixtures.backMatter(workspace);
        fixtures.follow(place);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThatThrownBy(() -> places.delete(place.id())).isInstanceOf(StillNeeded.class);
            assertThatThrownBy(() -> editions.delete(place.edition())).isInstanceOf(StillNeeded.class);
            assertThatThrownBy(() -> shelf.delete(place.book())).isInstanceOf(StillNeeded.class);
            assertThat(books.places()).extracting(PlaceView::id).containsExactly(place.id());
        });
    }

    @Test
    void deletesWhatNobodyEverFollowed() {
        var place = fixtures.backMatter(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            var mistaken = books.addPlace(place.edition(), PlaceKind.BACK_COVER, null);
            places.delete(mistaken.id());
            assertThat(books.places()).extracting(PlaceView::id).containsExactly(place.id());
            shelf.delete(place.book());
            assertThat(books.all()).isEmpty();
            assertThat(books.places()).isEmpty();
        });
    }

    @Test
    void hasPlacesOnlyWhereTheFormatHasThem() {
        var place = fixtures.backMatter(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThatThrownBy(() -> books.addPlace(place.edition(), PlaceKind.INSIDE_AUDIO, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(editions.canBecome(place.edition(), EditionFormat.HARDCOVER))
                    .isTrue();
            assertThat(editions.canBecome(place.edition(), EditionFormat.AUDIOBOOK))
                    .isFalse();
        });
    }

    @Test
    void hidesBooksOfAnotherWorkspace() {
        var place = fixtures.backMatter(workspace);
        WorkspaceScope.run(accounts.workspace().id(), () -> {
            assertThat(books.all()).isEmpty();
            assertThat(books.places()).isEmpty();
            assertThat(books.find(place.book())).isEmpty();
            assertThatThrownBy(() -> books.addPlace(place.edition(), PlaceKind.BACK_COVER, null))
                    .isInstanceOf(NotFound.class);
        });
    }
}
