package app.backmatter.orders.web;

import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.ReadersWay;
import app.backmatter.orders.domain.OrderDetails;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.domain.OrderDetails.State;
import app.backmatter.orders.domain.OrderDetails.Try;
import app.backmatter.orders.web.OrderPage.FileCount;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that happened to an order, in the order in which it did. */
@Component
class OrderHistory {
    private final OrderDetails details;
    private final ObjectProvider<ReadersWay> ways;
    private final Format format;
    private final Words words;

    OrderHistory(OrderDetails details, ObjectProvider<ReadersWay> ways, Format format, Words words) {
        this.details = details;
        this.ways = ways;
        this.format = format;
        this.words = words;
    }

    /**
     * @param badge what happened, in a word
     * @param tone of the badge: good, bad or warn; empty for none
     * @param more empty for nothing more
     */
    record Line(Instant at, String badge, String tone, String what, String more) {}

    List<Line> of(OrderId id, Details order, List<FileCount> downloads) {
        return Stream.of(payments(order), offers(order), delivered(id, order), fetched(downloads))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    private Stream<Line> payments(Details order) {
        return order.tries().stream().map(this::payment);
    }

    private Line payment(Try tried) {
        var names = words.say("orders.show.for", names(tried.lines()));
        var more = tried.reason().isEmpty() ? names : names + ". " + words.say("orders.reason." + tried.reason());
        var tone = tried.state() == State.CHARGED ? "good" : tried.state() == State.DECLINED ? "bad" : "warn";
        var at = tried.settledAt() == null ? tried.startedAt() : tried.settledAt();
        return new Line(at, words.say("orders.payment." + tried.state()), tone, format.money(tried.amount()), more);
    }

    private Stream<Line> offers(Details order) {
        return ways.stream()
                .flatMap(way -> way.answers(order.passage()).stream())
                .map(answer -> new Line(
                        answer.at(),
                        words.say("orders.said." + answer.said()),
                        tone(answer.said()),
                        answer.offer(),
                        ""));
    }

    private Stream<Line> delivered(OrderId id, Details order) {
        Map<UUID, String> names = order.tries().stream()
                .flatMap(tried -> tried.lines().stream())
                .collect(Collectors.toMap(line -> line.product().value(), LineItem::name, (first, same) -> first));
        return details.delivered(id).stream()
                .map(own -> new Line(
                        own.at(),
                        words.say("orders.history.delivered"),
                        "good",
                        names.getOrDefault(own.product(), ""),
                        ""));
    }

    private Stream<Line> fetched(List<FileCount> downloads) {
        return downloads.stream()
                .flatMap(file -> Stream.ofNullable(file.lastAt())
                        .map(last -> new Line(
                                last,
                                words.say("orders.history.downloaded"),
                                "",
                                file.file(),
                                words.say("orders.history.times", file.times()))));
    }

    private static String tone(ReadersWay.Said said) {
        return switch (said) {
            case ACCEPTED -> "good";
            case DECLINED -> "";
            case CARD_DECLINED -> "bad";
        };
    }

    private static String names(List<LineItem> lines) {
        return lines.stream().map(LineItem::name).collect(Collectors.joining(", "));
    }
}
