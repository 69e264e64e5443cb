package app.backmatter.reports.domain;

import app.backmatter.funnels.OfferDeclined;
import app.backmatter.funnels.ReaderConfirmed;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.PaymentDeclined;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.orders.PaymentRefunded;
import app.backmatter.orders.RefundUndone;
import app.backmatter.orders.RefundedLine;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a reader's way, as a row for {@link FactSql#NOTE}.
 *
 * @param id made of what happened, so that the same event told twice is the same row
 * @param source where the reader came from for this, as {@link SourceKey#text()}; absent for that of the whole way
 * @param amount in minor units of the currency, which is the workspace's own; below zero for what did not go back after all
 * @param soldAmount the same in minor units of what the reader paid in
 */
record Happening(
        String id,
        UUID workspaceId,
        UUID passageId,
        UUID stepId,
        Kind kind,
        Instant at,
        @Nullable String source,
        boolean opensOrder,
        long amount,
        @Nullable String currency,
        long soldAmount,
        @Nullable String soldCurrency) {
    enum Kind {
        CONFIRMED,
        DECLINED,
        CARD_DECLINED,
        PAID,
        PAID_BUMP,
        REFUNDED,
        REFUNDED_BUMP
    }

    static Happening of(ReaderConfirmed confirmed) {
        return unpaid(
                "confirmed:" + confirmed.passage(),
                confirmed.workspace().value(),
                confirmed.passage().value(),
                confirmed.step(),
                Kind.CONFIRMED,
                confirmed.at(),
                null);
    }

    static Happening of(OfferDeclined declined) {
        return unpaid(
                "declined:%s:%s".formatted(declined.passage(), declined.step()),
                declined.workspace().value(),
                declined.passage().value(),
                declined.step(),
                Kind.DECLINED,
                declined.at(),
                declined.source());
    }

    static Happening of(PaymentDeclined declined) {
        return unpaid(
                "card:" + declined.attempt(),
                declined.workspace().value(),
                declined.passage(),
                declined.step(),
                Kind.CARD_DECLINED,
                declined.at(),
                declined.source());
    }

    /** One for each line. A bump is credited to the step whose checkout carried it. */
    static List<Happening> of(PaymentReceived payment) {
        var checkout = payment.lines().stream()
                .filter(line -> line.kind() != OfferKind.ORDER_BUMP)
                .findFirst();
        return payment.lines().stream()
                .map(line -> paid(payment, line, checkout.orElse(line).step()))
                .toList();
    }

    private static Happening paid(PaymentReceived payment, LineItem line, UUID checkout) {
        boolean bump = line.kind() == OfferKind.ORDER_BUMP;
        var own = payment.rate().of(line.earned());
        return new Happening(
                "paid:%s:%s:%s:%s".formatted(payment.order(), line.kind(), line.step(), line.product()),
                payment.workspace().value(),
                payment.passage(),
                bump ? checkout : line.step(),
                bump ? Kind.PAID_BUMP : Kind.PAID,
                payment.at(),
                SourceKey.of(payment.source()).text(),
                payment.first(),
                own.minorUnits(),
                own.currency().getCurrencyCode(),
                line.earned().minorUnits(),
                line.earned().currency().getCurrencyCode());
    }

    /** One for each line, dated as its payment was. */
    static List<Happening> of(PaymentRefunded refund) {
        return refund.lines().stream()
                .map(line -> refunded("refunded", refund, line, 1))
                .toList();
    }

    /** One for each line, which takes back what its refund took. */
    static List<Happening> of(RefundUndone undone) {
        return undone.refund().lines().stream()
                .map(line -> refunded("undone", undone.refund(), line, -1))
                .toList();
    }

    /** @param sign -1 for what did not go back after all */
    private static Happening refunded(String what, PaymentRefunded refund, RefundedLine refunded, int sign) {
        var line = refunded.line();
        boolean bump = line.kind() == OfferKind.ORDER_BUMP;
        return new Happening(
                "%s:%s:%s:%s:%s".formatted(what, refund.refund(), line.kind(), line.step(), line.product()),
                refund.workspace().value(),
                refund.passage(),
                bump ? refund.checkout() : line.step(),
                bump ? Kind.REFUNDED_BUMP : Kind.REFUNDED,
                refund.paidAt(),
                SourceKey.of(refund.source()).text(),
                false,
                sign * refunded.own().minorUnits(),
                refunded.own().currency().getCurrencyCode(),
                sign * refunded.earned().minorUnits(),
                refunded.earned().currency().getCurrencyCode());
    }

    private static Happening unpaid(
            String id, UUID workspace, UUID passage, UUID step, Kind kind, Instant at, @Nullable Source source) {
        var from = source == null ? null : SourceKey.of(source).text();
        return new Happening(id, workspace, passage, step, kind, at, from, false, 0, null, 0, null);
    }
}
