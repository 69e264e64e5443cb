package app.backmatter.orders.web;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.MailView;
import app.backmatter.mail.Outbox;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.PresentView;
import app.backmatter.orders.ReadersWay;
import app.backmatter.orders.Totals;
import app.backmatter.orders.domain.Deliveries;
import app.backmatter.orders.domain.Deliveries.Fetched;
import app.backmatter.orders.domain.Disputes;
import app.backmatter.orders.domain.MoneyBackViews;
import app.backmatter.orders.domain.OrderDetails;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.orders.domain.RefundViews;
import app.backmatter.orders.domain.RefundViews.Refunding;
import app.backmatter.orders.present.Presents;
import app.backmatter.pages.SourceNames;
import app.backmatter.storage.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of one order shows. */
@Component
class OrderPage {
    private final OrderDetails details;
    private final Deliveries deliveries;
    private final OrderViews orders;
    private final RefundViews refunds;
    private final MoneyBackViews moneyBacks;
    private final Presents presents;
    private final Files files;
    private final SourceNames sources;
    private final OrderHistory history;
    private final Outbox outbox;
    private final Disputes disputes;
    private final ObjectProvider<ReadersWay> ways;

    OrderPage(
            OrderDetails details,
            Deliveries deliveries,
            OrderViews orders,
            RefundViews refunds,
            MoneyBackViews moneyBacks,
            Presents presents,
            Files files,
            SourceNames sources,
            OrderHistory history,
            Outbox outbox,
            Disputes disputes,
            ObjectProvider<ReadersWay> ways) {
        this.details = details;
        this.deliveries = deliveries;
        this.orders = orders;
        this.refunds = refunds;
        this.moneyBacks = moneyBacks;
        this.presents = presents;
        this.files = files;
        this.sources = sources;
        this.history = history;
        this.outbox = outbox;
        this.disputes = disputes;
        this.ways = ways;
    }

    /**
     * An order in the author's words.
     *
     * @param number absent until it is paid; so are totals
     * @param address of the buyer, a line each; empty when it was not asked
     * @param receipt its number; empty until it is paid
     * @param creditNotes of what went back of it
     * @param coupon that took off the totals' discount; empty for none
     * @param refunding what went back of it, and what can
     * @param present what was bought for somebody else; absent for nothing
     * @param paidAgain the names of what the reader had already; empty when there is nothing
     * @param funnelName empty when the funnel is not there
     * @param disputes latest first
     * @param mails to the buyer since the order was placed, latest first
     * @param email empty once the person was erased
     */
    record Shown(
            OrderId id,
            @Nullable Long number,
            Instant placedAt,
            ContactId contact,
            String email,
            String name,
            String source,
            String card,
            List<String> address,
            String receipt,
            List<MoneyBack> creditNotes,
            @Nullable Totals totals,
            String coupon,
            List<LineItem> lines,
            @Nullable OrderView paid,
            Refunding refunding,
            @Nullable PresentView present,
            String paidAgain,
            UUID funnel,
            String funnelName,
            List<HistoryLine> history,
            List<MailView> mails,
            List<Disputes.Shown> disputes,
            List<FileCount> downloads) {}

    /** @param lastAt absent while nobody fetched it */
    record FileCount(
            String product,
            String file,
            long times,
            @Nullable Instant lastAt) {}

    Optional<Shown> of(OrderId id, Locale locale) {
        return details.find(id).map(order -> shown(id, order, orders.find(id).orElse(null), locale));
    }

    private Shown shown(OrderId id, Details order, @Nullable OrderView paid, Locale locale) {
        var lines = paid == null ? order.tries().getLast().lines() : paid.lines();
        var downloads = counts(deliveries.downloads(id), lines);
        return new Shown(
                id,
                paid == null ? null : paid.number(),
                order.placedAt(),
                order.contact(),
                order.email().isErased() ? "" : order.email().value(),
                order.name(),
                sources.in(locale).apply(order.source()),
                order.card(),
                address(paid),
                paid == null ? "" : paid.receipt().toString(),
                moneyBacks.of(id),
                paid == null ? null : Totals.of(paid.lines()),
                paid == null ? "" : paid.coupon(),
                lines,
                paid,
                refunds.of(id),
                presents.of(id).orElse(null),
                String.join(", ", deliveries.paidAgain(id)),
                order.funnel(),
                ways.stream()
                        .flatMap(way -> way.funnel(order.funnel()).stream())
                        .findFirst()
                        .orElse(""),
                history.of(id, order, downloads),
                outbox.to(order.contact(), order.placedAt()),
                disputes.of(id),
                downloads);
    }

    private List<FileCount> counts(List<Fetched> fetched, List<LineItem> lines) {
        var products = lines.stream()
                .collect(Collectors.toMap(line -> line.product().value(), LineItem::name, (first, same) -> first));
        var known = files.findAll(fetched.stream().map(Fetched::file).toList());
        return fetched.stream()
                .flatMap(count -> Optional.ofNullable(known.get(count.file())).stream()
                        .map(file -> new FileCount(
                                name(products.get(count.product())),
                                file.name(),
                                count.times(),
                                count.lastFetchedAt())))
                .toList();
    }

    private static List<String> address(@Nullable OrderView paid) {
        return paid == null ? List.of() : paid.address().written(Locale.ENGLISH);
    }

    private static String name(@Nullable String product) {
        return product == null ? "" : product;
    }
}
