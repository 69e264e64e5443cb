package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Orders;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the guards about a draft, as things stand now. */
@Component
class ReviewFunnel {
    private final Catalog catalog;
    private final Books books;
    private final Orders orders;
    private final Workspaces workspaces;

    ReviewFunnel(Catalog catalog, Books books, Orders orders, Workspaces workspaces) {
        this.catalog = catalog;
        this.books = books;
        this.orders = orders;
        this.workspaces = workspaces;
    }

    List<Finding> review(FunnelContent draft) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var book = draft.book() == null ? null : books.find(draft.book()).orElse(null);
        return new Review(
                        draft,
                        catalog.findAll(draft.products()),
                        book,
                        !workspace.postalAddress().isBlank(),
                        orders::wasCharged)
                .findings();
    }
}
