package app.backmatter.orders.present;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.PresentView;
import app.backmatter.orders.copies.OrderCopies;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Source;
import app.backmatter.shared.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The person whom a present was mailed to takes it: whoever has the link reads that mailbox. */
@Component
public class ClaimPresent {
    /** As long as a library's own links do, which are mailed anew to whoever asks. */
    private static final Duration OPENS_THE_LIBRARY = Duration.ofDays(30);

    private final PresentRows rows;
    private final PresentWrites writes;
    private final Audience audience;
    private final OrderCopies copies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClaimPresent(
            PresentRows rows,
            PresentWrites writes,
            Audience audience,
            OrderCopies copies,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.audience = audience;
        this.copies = copies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A present behind its link.
     *
     * @param giver as on the card; may be empty
     * @param lapsed whether its link is no key to a library any more, which has links of its own
     */
    public record Shown(PresentView view, String giver, boolean lapsed) {}

    /**
     * Does something with a present, in its workspace's scope.
     *
     * @throws NotFound when nothing that was paid for has that link
     */
    public <T> T with(String token, Function<UUID, T> work) {
        var place =
                Optional.of(token).filter(Token::isToken).flatMap(rows::place).orElseThrow(NotFound::new);
        return WorkspaceScope.call(place.workspace(), () -> work.apply(place.payment()));
    }

    public Shown look(UUID payment) {
        var given = rows.find(payment).orElseThrow(NotFound::new);
        return new Shown(given.view(), given.giver(), isLapsed(given.view()));
    }

    /**
     * Makes it the person's own; a second time changes nothing. Must not be called within a transaction.
     *
     * @param consent the sentence that was agreed to; empty for none: then nobody writes to the person
     * @return whose it is now; empty when it was taken back, nobody can have it while a bank has not decided, or its link is
     *     too old to open a library with
     */
    public Optional<ContactId> claim(UUID payment, String consent) {
        return transactions.execute(status -> {
            writes.lockOrderOf(payment);
            var given = rows.find(payment).orElseThrow(NotFound::new);
            var owner = given.view().claimedBy();
            if (given.view().isTakenBack() || given.view().isWaiting() || isLapsed(given.view())) {
                return Optional.<ContactId>empty();
            }
            return Optional.of(owner == null ? claimFirst(given, consent) : owner);
        });
    }

    private boolean isLapsed(PresentView view) {
        var at = view.claimedAt();
        return at != null && clock.instant().isAfter(at.plus(OPENS_THE_LIBRARY));
    }

    private ContactId claimFirst(PresentRows.Given given, String consent) {
        var now = clock.instant();
        var present = given.view().present();
        var contact = audience.buyer(present.to(), present.name(), Source.DIRECT, now, now);
        writes.claim(given, contact, now);
        audience.note(contact, "present", String.join(", ", given.view().names()), now);
        copies.of(
                given.payment(),
                contact,
                given.view().left().stream().map(PresentView.Thing::product).toList());
        if (!consent.isEmpty()) {
            audience.resubscribe(contact, consent, "/present", now);
        }
        return contact;
    }
}
