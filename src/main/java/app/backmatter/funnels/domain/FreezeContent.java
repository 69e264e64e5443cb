package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.database.WorkspaceScope;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Copies into a draft's company all that its pages tell of products, book and author, as they are now. */
@Component
class FreezeContent {
    private final Catalog catalog;
    private final Books books;
    private final Workspaces workspaces;

    FreezeContent(Catalog catalog, Books books, Workspaces workspaces) {
        this.catalog = catalog;
        this.books = books;
        this.workspaces = workspaces;
    }

    PublishedContent freeze(FunnelContent draft) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var products = catalog.findAll(draft.products());
        return new PublishedContent(
                draft,
                draft.products().stream()
                        .flatMap(id -> Stream.ofNullable(products.get(id)))
                        .map(ProductSnapshot::of)
                        .toList(),
                draft.book() == null
                        ? null
                        : books.find(draft.book()).map(BookSnapshot::of).orElse(null),
                workspace.name(),
                workspace.locale());
    }
}
