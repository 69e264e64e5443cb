package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Funnels in memory, for tests that need no database. */
final class FunnelContents {
    static final ProductId GIFT = ProductId.next();
    static final ProductId WORKBOOK = ProductId.next();
    static final ProductId COURSE = ProductId.next();
    static final ProductId LESSONS = ProductId.next();
    static final ProductId CHECKLIST = ProductId.next();

    private FunnelContents() {}

    /** Opt-in, tripwire with a bump, upsell with its down-sell, and the re-pitch. */
    static FunnelContent freeGift() {
        var optIn = UUID.randomUUID();
        var tripwire = UUID.randomUUID();
        var upsell = UUID.randomUUID();
        var downSell = UUID.randomUUID();
        var bump = new OrderBump(UUID.randomUUID(), CHECKLIST, Money.of(700, "USD"), "Add the checklist.");
        return new FunnelContent(
                Theme.CLASSIC,
                BookId.next(),
                SequenceId.next(),
                SequenceId.next(),
                List.of(
                        new OptIn(optIn, page("A gift"), GIFT, true, "You may write to me.", tripwire),
                        new Tripwire(
                                tripwire,
                                page("The workbook"),
                                WORKBOOK,
                                Money.of(1900, "USD"),
                                null,
                                bump,
                                upsell,
                                null),
                        new Upsell(upsell, page("The course"), COURSE, Money.of(9700, "USD"), null, null, downSell),
                        new DownSell(downSell, page("Three lessons"), LESSONS, Money.of(3700, "USD"), null, null, null),
                        new RePitch(
                                UUID.randomUUID(),
                                page("The workbook again"),
                                WORKBOOK,
                                Money.of(1400, "USD"),
                                null,
                                null,
                                upsell,
                                null)));
    }

    static PageText page(String headline) {
        return new PageText(headline, "A few *plain* words.", null, "Yes", "No, thank you");
    }

    static PublishedContent published(FunnelContent funnel) {
        var product = new ProductSnapshot(
                WORKBOOK,
                "The workbook",
                ProductType.WORKBOOK,
                "Forty pages",
                null,
                Money.of(2700, "USD"),
                Prices.NONE);
        return new PublishedContent(funnel, List.of(product), null, "Ann Author", Locale.US);
    }
}
