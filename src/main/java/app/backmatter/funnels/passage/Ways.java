package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Orders;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up where a reader stands. */
@Component
public class Ways {
    private final OfferAnswers answers;
    private final Orders orders;
    private final Clock clock;

    Ways(OfferAnswers answers, Orders orders, Clock clock) {
        this.answers = answers;
        this.orders = orders;
        this.clock = clock;
    }

    public Way of(Reader reader) {
        var payment = reader.passage().payment();
        return new Way(
                reader.funnel(),
                answers.of(reader.passage()),
                payment == null ? null : payment.at(),
                reader.buyer(),
                owned(reader),
                clock.instant());
    }

    /** Whether a bank keeps from the reader what the offer sells: then it is theirs, and can't be downloaded for now. */
    public boolean isHeldBack(Reader reader, Offer offer) {
        return contacts(reader).anyMatch(contact -> orders.heldBackFrom(contact).contains(offer.product()));
    }

    /**
     * What the reader has. Who only typed an address is not told what its owner has: then it is this order's alone.
     */
    private Set<ProductId> owned(Reader reader) {
        var payment = reader.passage().payment();
        if (reader.proven()) {
            return contacts(reader)
                    .flatMap(contact -> orders.notForSaleTo(contact).stream())
                    .collect(Collectors.toSet());
        }
        return payment == null
                ? Set.of()
                : orders.find(payment.order()).stream()
                        .flatMap(order -> orders.kept(order).stream())
                        .map(LineItem::product)
                        .collect(Collectors.toSet());
    }

    /** Who the reader is: the one whose mailbox that is, and the one who paid. */
    private static Stream<ContactId> contacts(Reader reader) {
        var passage = reader.passage();
        return Stream.of(
                        reader.proven() ? passage.contact() : null,
                        passage.payment() == null ? null : passage.payment().buyer())
                .filter(ContactId.class::isInstance)
                .distinct();
    }
}
