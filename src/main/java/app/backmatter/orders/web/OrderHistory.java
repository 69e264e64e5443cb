package app.backmatter.orders.web;

import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.ReadersWay;
import app.backmatter.orders.ReadersWay.Answer;
import app.backmatter.orders.ReadersWay.Said;
import app.backmatter.orders.domain.Deliveries;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.domain.OrderDetails.State;
import app.backmatter.orders.domain.OrderDetails.Try;
import app.backmatter.orders.web.HistoryEntry.Turn;
import app.backmatter.orders.web.OrderPage.FileCount;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * All that happened to an order, in the order in which it did. What belongs to one payment stands together, however close
 * their times are: the yes, then the charge, then what was delivered for it.
 */
@Component
class OrderHistory {
    private final Deliveries deliveries;
    private final ObjectProvider<ReadersWay> ways;
    private final RefundHistory refunds;
    private final DisputeHistory disputes;
    private final Format format;
    private final Words words;

    OrderHistory(
            Deliveries deliveries,
            ObjectProvider<ReadersWay> ways,
            RefundHistory refunds,
            DisputeHistory disputes,
            Format format,
            Words words) {
        this.deliveries = deliveries;
        this.ways = ways;
        this.refunds = refunds;
        this.disputes = disputes;
        this.format = format;
        this.words = words;
    }

    List<HistoryLine> of(OrderId id, Details order, List<FileCount> downloads) {
        return Stream.of(
                        payments(order),
                        offers(order),
                        delivered(id, order),
                        fetched(order, downloads),
                        disputes.of(id, order),
                        refunds.of(id, order))
                .flatMap(entries -> entries)
                .sorted(HistoryEntry.IN_ORDER)
                .map(HistoryEntry::line)
                .toList();
    }

    private Stream<HistoryEntry> payments(Details order) {
        return IntStream.range(0, order.tries().size())
                .mapToObj(number -> new HistoryEntry(
                        number, Turn.PAYMENT, payment(order.tries().get(number))));
    }

    private HistoryLine payment(Try tried) {
        var names = words.say("orders.show.for", names(tried.lines()));
        var more = tried.reason().isEmpty() ? names : names + ". " + words.say("orders.reason." + tried.reason());
        return new HistoryLine(
                tried.at(),
                words.say("orders.payment." + tried.state()),
                tone(tried.state()),
                format.money(tried.amount()),
                more);
    }

    private Stream<HistoryEntry> offers(Details order) {
        return ways.stream()
                .flatMap(way -> way.answers(order.passage()).stream())
                .map(answer -> offer(order, answer));
    }

    /** A yes is written down after its charge; it was said before. */
    private HistoryEntry offer(Details order, Answer answer) {
        int charged = answer.said() == Said.ACCEPTED
                ? charged(order, line -> line.step().equals(answer.step()))
                : order.tries().size();
        boolean none = charged == order.tries().size();
        var at = none
                ? answer.at()
                : earlier(answer.at(), order.tries().get(charged).at());
        return new HistoryEntry(
                charged,
                none ? Turn.REST : Turn.YES,
                new HistoryLine(
                        at, words.say("orders.said." + answer.said()), tone(answer.said()), answer.offer(), ""));
    }

    private Stream<HistoryEntry> delivered(OrderId id, Details order) {
        var names = order.names();
        return deliveries.delivered(id).stream()
                .map(own -> new HistoryEntry(
                        charged(order, line -> line.product().value().equals(own.product())),
                        Turn.DELIVERY,
                        new HistoryLine(
                                own.at(),
                                words.say("orders.history.delivered"),
                                "good",
                                names.getOrDefault(own.product(), ""),
                                "")));
    }

    private Stream<HistoryEntry> fetched(Details order, List<FileCount> downloads) {
        return downloads.stream()
                .flatMap(file -> Stream.ofNullable(file.lastAt())
                        .map(last -> new HistoryLine(
                                last,
                                words.say("orders.history.downloaded"),
                                "",
                                file.file(),
                                words.say("orders.history.times", file.times()))))
                .map(line -> new HistoryEntry(order.tries().size(), Turn.REST, line));
    }

    /** Which try was charged for such a line; behind the last one when none was. */
    private static int charged(Details order, Predicate<LineItem> such) {
        var tries = order.tries();
        return IntStream.range(0, tries.size())
                .filter(number -> tries.get(number).state() == State.CHARGED)
                .filter(number -> tries.get(number).lines().stream().anyMatch(such))
                .findFirst()
                .orElse(tries.size());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String tone(State state) {
        return switch (state) {
            case CHARGED -> "good";
            case STARTED, NEEDS_AUTHENTICATION -> "warn";
            case RELEASED -> "";
            case DECLINED -> "bad";
        };
    }

    private static String tone(Said said) {
        return switch (said) {
            case ACCEPTED -> "good";
            case DECLINED, HAS_IT -> "";
            case CARD_DECLINED -> "bad";
        };
    }

    private static String names(List<LineItem> lines) {
        return lines.stream().map(LineItem::name).collect(Collectors.joining(", "));
    }
}
