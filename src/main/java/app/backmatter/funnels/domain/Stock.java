package app.backmatter.funnels.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.orders.Charge;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that drafts tell of, as it is now.
 *
 * @param charged those of the drafts' normal prices that somebody paid
 */
record Stock(
        WorkspaceView workspace,
        Map<ProductId, ProductView> products,
        Map<BookId, BookView> books,
        Set<Charge> charged) {
    @Nullable
    BookView book(FunnelContent draft) {
        return draft.book() == null ? null : books.get(draft.book());
    }
}
