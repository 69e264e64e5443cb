package app.backmatter.orders.web;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.People;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.Deliveries;
import app.backmatter.orders.domain.OrderDetails.Details;
import app.backmatter.orders.domain.RefundViews;
import app.backmatter.orders.domain.RefundViews.Given;
import app.backmatter.orders.domain.RefundViews.State;
import app.backmatter.orders.web.HistoryEntry.Turn;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What went back of an order, or was to, and what was taken back with it. */
@Component
class RefundHistory {
    private final RefundViews refunds;
    private final Deliveries deliveries;
    private final RefundWords told;
    private final People people;
    private final Format format;
    private final Words words;

    RefundHistory(
            RefundViews refunds, Deliveries deliveries, RefundWords told, People people, Format format, Words words) {
        this.refunds = refunds;
        this.deliveries = deliveries;
        this.told = told;
        this.people = people;
        this.format = format;
        this.words = words;
    }

    Stream<HistoryEntry> of(OrderId id, Details order) {
        var names = order.names();
        return Stream.concat(
                        refunds.of(id).given().stream().map(this::refund),
                        deliveries.takenBack(id).stream()
                                .map(lost -> new HistoryLine(
                                        lost.at(),
                                        words.say("orders.history.taken-back"),
                                        "",
                                        names.getOrDefault(lost.product(), ""),
                                        "")))
                .map(line -> new HistoryEntry(order.tries().size(), Turn.REST, line));
    }

    private HistoryLine refund(Given given) {
        var more = Stream.of(
                        words.say("orders.show.for", given.names()),
                        given.giver().isEmpty() ? "" : words.say("orders.refund.giver." + given.giver()),
                        given.reason().isEmpty() ? "" : told.reason(given.reason()),
                        asker(given),
                        given.why().isEmpty() ? "" : words.say("orders.refund.noted", given.why()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
        return new HistoryLine(
                given.at(),
                words.say("orders.refund.state." + given.state()),
                tone(given.state()),
                format.money(given.amount()),
                more);
    }

    /** Nothing where it was no author, and once the account is gone. */
    private String asker(Given given) {
        var name = given.giver().isEmpty() ? people.name(AccountId.of(given.askedBy())) : "";
        return name.isEmpty() ? "" : words.say("orders.refund.asked-by", name);
    }

    private static String tone(State state) {
        return switch (state) {
            case ASKED, PENDING -> "warn";
            case REFUNDED -> "";
            case REFUSED -> "bad";
        };
    }
}
