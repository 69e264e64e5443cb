package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.RuleChoices;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books, their places, products and entry pages, for segments of the audience, which sees none of them. */
@Component
class NameableByRules implements RuleChoices {
    private final Books books;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Workspaces workspaces;
    private final Words words;

    NameableByRules(Books books, Catalog catalog, JdbcClient jdbc, Workspaces workspaces, Words words) {
        this.books = books;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.words = words;
    }

    @Override
    public List<Product> products() {
        return catalog.everything().stream().map(NameableByRules::product).toList();
    }

    @Override
    public List<Book> books() {
        return books.all().stream()
                .map(book -> new Book(book.id().value(), book.title()))
                .toList();
    }

    @Override
    public List<UUID> places() {
        return books.places().stream().map(place -> place.id().value()).toList();
    }

    @Override
    public List<Page> pages() {
        var workspace = WorkspaceScope.current();
        var slug = workspaces.get(workspace).slug();
        return jdbc.sql("select slug, name from funnels where workspace_id = :workspace order by lower(name)")
                .param("workspace", workspace.value())
                .query((row, n) -> new Page(
                        EntryPath.of(slug, row.getString("slug")),
                        words.say("funnels.entry-page", row.getString("name"))))
                .list();
    }

    private static Product product(ProductView view) {
        var book = view.book();
        return new Product(view.id().value(), view.name(), book == null ? null : book.value());
    }
}
