package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.Currencies;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Asking;
import app.backmatter.orders.Charge;
import app.backmatter.orders.Orders;
import app.backmatter.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up what drafts tell of: the same few questions to the database for one draft and for a thousand. */
@Component
class StockTaking {
    private final Catalog catalog;
    private final Books books;
    private final Orders orders;
    private final Workspaces workspaces;
    private final Currencies currencies;

    StockTaking(Catalog catalog, Books books, Orders orders, Workspaces workspaces, Currencies currencies) {
        this.catalog = catalog;
        this.books = books;
        this.orders = orders;
        this.workspaces = workspaces;
        this.currencies = currencies;
    }

    Stock of(Collection<FunnelContent> drafts) {
        var products = catalog.findAll(
                drafts.stream().flatMap(draft -> draft.products().stream()).collect(Collectors.toSet()));
        var charges = drafts.stream().flatMap(StockTaking::normalPrices).collect(Collectors.toSet());
        return new Stock(
                workspaces.get(WorkspaceScope.current()),
                products,
                books(drafts),
                currencies::count,
                orders.wereCharged(charges),
                orders.lowestBeside(drafts.stream()
                        .flatMap(draft -> reduced(draft, products))
                        .collect(Collectors.toSet())));
    }

    private Map<BookId, BookView> books(Collection<FunnelContent> drafts) {
        var wanted = drafts.stream()
                .map(FunnelContent::book)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = wanted.size() == 1
                ? books.find(wanted.getFirst()).stream().toList()
                : wanted.isEmpty() ? List.<BookView>of() : books.all();
        return found.stream().collect(Collectors.toMap(BookView::id, Function.identity()));
    }

    private static Stream<Charge> normalPrices(FunnelContent draft) {
        return struckThrough(draft).map(struck -> new Charge(struck.product(), struck.normal()));
    }

    private static Stream<Asking> reduced(FunnelContent draft, Map<ProductId, ProductView> products) {
        return struckThrough(draft)
                .flatMap(struck -> struck.price(products).stream()
                        .map(price -> new Asking(struck.step().id(), struck.product(), price)));
    }

    /** A normal price beside a step's price in its currency. */
    private record Struck(Offer step, ProductId product, Money normal) {
        Optional<Money> price(Map<ProductId, ProductView> products) {
            return Optional.ofNullable(products.get(product))
                    .map(known -> new InCurrency(known.price(), known.others()))
                    .flatMap(known -> known.price(
                            normal.currency(), step.price(), step.terms().prices()));
        }
    }

    private static Stream<Struck> struckThrough(FunnelContent draft) {
        return draft.steps().stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .flatMap(step -> Stream.ofNullable(step.product())
                        .flatMap(product -> Stream.concat(
                                        Stream.ofNullable(step.normalPrice()), step.terms().normal().amounts().stream())
                                .map(normal -> new Struck(step, product, normal))));
    }
}
