package app.backmatter.funnels.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.orders.Charge;
import app.backmatter.shared.Prices;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that drafts tell of, as it is now.
 *
 * @param lowest that products were sold at in the last 30 days, by the step that asks another price, in each currency
 * @param counts whether reports can add up sales in a currency
 * @param charged those of the drafts' normal prices that somebody paid
 */
record Stock(
        WorkspaceView workspace,
        Map<ProductId, ProductView> products,
        Map<BookId, BookView> books,
        Predicate<Currency> counts,
        Set<Charge> charged,
        Map<UUID, Prices> lowest) {
    @Nullable
    BookView book(FunnelContent draft) {
        return draft.book() == null ? null : books.get(draft.book());
    }
}
