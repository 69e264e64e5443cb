package app.backmatter.orders.present;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Present;
import app.backmatter.orders.PresentView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Presents of the workspace in scope, for the orders that they belong to. Joins the caller's transaction. */
@Component
public class Presents {
    private final PresentRows rows;
    private final PresentWrites writes;
    private final Outbox outbox;

    Presents(PresentRows rows, PresentWrites writes, Outbox outbox) {
        this.rows = rows;
        this.writes = writes;
        this.outbox = outbox;
    }

    /** With a payment that is about to be tried; it is nobody's before that is charged. */
    public void add(UUID payment, Present present) {
        writes.add(payment, present);
    }

    /** Its buyer is sent to the bank once more, and may have chosen another day meanwhile. */
    public void move(UUID payment, Present present) {
        writes.move(payment, present.leavesAt());
    }

    /** The payment was charged: the link is mailed at its moment. */
    public void paid(UUID payment) {
        rows.find(payment).ifPresent(given -> outbox.queue(List.of(PresentLetter.of(given))));
    }

    /** What had gone back is paid again: a link that was not mailed for it is mailed after all. */
    public void paidAgain(UUID payment) {
        outbox.takeUp(WorkspaceScope.current(), PresentLetter.key(payment));
    }

    /**
     * Takes a person who was erased out of what that person gave or accepted: its words and its letter, and the name and
     * address of whoever accepted it with that person. A letter that is still to leave does, without the giver's name.
     */
    public void forget(ContactId person) {
        var letters = writes.forget(person).stream().map(PresentLetter::key).toList();
        outbox.forget(WorkspaceScope.current(), letters);
    }

    public Optional<PresentView> of(OrderId order) {
        return rows.of(order).map(PresentRows.Given::view);
    }

    /** Those of its lines that are the buyer's own. */
    public List<LineItem> kept(OrderView order) {
        var present = of(order.id());
        return order.lines().stream()
                .filter(line -> present.filter(bought -> bought.contains(line)).isEmpty())
                .toList();
    }

    /**
     * Who has what a payment was for: its buyer, or whoever claimed it as a present; empty while nobody did. The caller has
     * locked its order, so that this stays so.
     */
    public Optional<ContactId> holder(UUID payment, ContactId buyer) {
        var given = rows.find(payment);
        return given.isPresent() ? Optional.ofNullable(given.get().view().claimedBy()) : Optional.of(buyer);
    }
}
