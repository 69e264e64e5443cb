package app.backmatter.orders.web;

import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.ReadersWay;
import app.backmatter.orders.ReadersWay.Answer;
import app.backmatter.orders.ReadersWay.Said;
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
    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::at).thenComparing(Entry::tryNumber).thenComparing(Entry::turn);

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

    /** Where a line stands among those of its moment. */
    private enum Turn {
        YES,
        PAYMENT,
        DELIVERY,
        REST
    }

    /** @param tryNumber of the try to pay that it belongs to; behind all of them when it belongs to none */
    private record Entry(int tryNumber, Turn turn, Line line) {
        Instant at() {
            return line.at();
        }
    }

    List<Line> of(OrderId id, Details order, List<FileCount> downloads) {
        return Stream.of(payments(order), offers(order), delivered(id, order), fetched(order, downloads))
                .flatMap(entries -> entries)
                .sorted(BY_TIME)
                .map(Entry::line)
                .toList();
    }

    private Stream<Entry> payments(Details order) {
        return IntStream.range(0, order.tries().size())
                .mapToObj(number ->
                        new Entry(number, Turn.PAYMENT, payment(order.tries().get(number))));
    }

    private Line payment(Try tried) {
        var names = words.say("orders.show.for", names(tried.lines()));
        var more = tried.reason().isEmpty() ? names : names + ". " + words.say("orders.reason." + tried.reason());
        return new Line(
                at(tried),
                words.say("orders.payment." + tried.state()),
                tone(tried.state()),
                format.money(tried.amount()),
                more);
    }

    private Stream<Entry> offers(Details order) {
        return ways.stream()
                .flatMap(way -> way.answers(order.passage()).stream())
                .map(answer -> offer(order, answer));
    }

    /** A yes is written down after its charge; it was said before. */
    private Entry offer(Details order, Answer answer) {
        int charged = answer.said() == Said.ACCEPTED
                ? charged(order, line -> line.step().equals(answer.step()))
                : order.tries().size();
        boolean none = charged == order.tries().size();
        var at = none ? answer.at() : earlier(answer.at(), at(order.tries().get(charged)));
        return new Entry(
                charged,
                none ? Turn.REST : Turn.YES,
                new Line(at, words.say("orders.said." + answer.said()), tone(answer.said()), answer.offer(), ""));
    }

    private Stream<Entry> delivered(OrderId id, Details order) {
        Map<UUID, String> names = order.tries().stream()
                .flatMap(tried -> tried.lines().stream())
                .collect(Collectors.toMap(line -> line.product().value(), LineItem::name, (first, same) -> first));
        return details.delivered(id).stream()
                .map(own -> new Entry(
                        charged(order, line -> line.product().value().equals(own.product())),
                        Turn.DELIVERY,
                        new Line(
                                own.at(),
                                words.say("orders.history.delivered"),
                                "good",
                                names.getOrDefault(own.product(), ""),
                                "")));
    }

    private Stream<Entry> fetched(Details order, List<FileCount> downloads) {
        return downloads.stream()
                .flatMap(file -> Stream.ofNullable(file.lastAt())
                        .map(last -> new Line(
                                last,
                                words.say("orders.history.downloaded"),
                                "",
                                file.file(),
                                words.say("orders.history.times", file.times()))))
                .map(line -> new Entry(order.tries().size(), Turn.REST, line));
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

    private static Instant at(Try tried) {
        return tried.settledAt() == null ? tried.startedAt() : tried.settledAt();
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
