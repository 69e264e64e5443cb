package app.backmatter.support;

import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.NewBook;
import app.backmatter.books.NewEdition;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import java.io.ByteArrayInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes books for tests, committed at once. */
@Component
public class BookFixtures {
    private final Books books;
    private final Files files;
    private final JdbcClient jdbc;

    BookFixtures(Books books, Files files, JdbcClient jdbc) {
        this.books = books;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** <em>The Quiet Harbour</em> with a draft cover and no edition. */
    public BookId book(TestWorkspace workspace) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var cover = files.storePicture("cover.jpg", new ByteArrayInputStream(Pictures.jpeg(500, 800)));
            return books.add(new NewBook(
                    "The Quiet Harbour", "A novel", "Ada Quill", "A keeper, a light, a storm.", cover.id()));
        });
    }

    /** A place in the back matter of a paperback at $14.99, of a book of its own. */
    public PlaceView backMatter(TestWorkspace workspace) {
        var book = book(workspace);
        return WorkspaceScope.call(workspace.id(), () -> {
            var edition = books.addEdition(
                    book, new NewEdition(EditionFormat.PAPERBACK, "978-0-306-40615-7", null, Money.of(1499, "USD")));
            return books.addPlace(edition, PlaceKind.BACK_MATTER, null);
        });
    }

    /** One reader comes by the place's link. */
    public void follow(PlaceView place) {
        jdbc.sql("""
            insert into clicks (id, workspace_id, link_id, visitor, bot, clicked_at)
            select ?, workspace_id, id, ?, false, now() from short_links where id = ?
            """).params(Ids.next(), Ids.next(), place.link().id().value()).update();
    }
}
