package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.Disputes;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.orders.web.HistoryEntry.Turn;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What banks wanted back of an order, and how it was decided. */
@Component
class DisputeHistory {
    private final Disputes disputes;
    private final Format format;
    private final Words words;

    DisputeHistory(Disputes disputes, Format format, Words words) {
        this.disputes = disputes;
        this.format = format;
        this.words = words;
    }

    Stream<HistoryEntry> of(OrderId id, Details order) {
        return disputes.of(id).stream()
                .flatMap(dispute -> Stream.concat(Stream.of(opened(dispute)), closed(dispute)))
                .map(line -> new HistoryEntry(order.tries().size(), Turn.REST, line));
    }

    private HistoryLine opened(Disputes.Shown dispute) {
        return new HistoryLine(
                dispute.openedAt(),
                words.say("orders.history.disputed"),
                "bad",
                format.money(dispute.amount()),
                words.say("orders.dispute.reason." + dispute.reason()));
    }

    private Stream<HistoryLine> closed(Disputes.Shown dispute) {
        var at = dispute.closedAt();
        return at == null
                ? Stream.empty()
                : Stream.of(new HistoryLine(
                        at,
                        words.say("orders.history.dispute." + dispute.state()),
                        dispute.state() == State.WON ? "good" : "bad",
                        format.money(dispute.amount()),
                        ""));
    }
}
