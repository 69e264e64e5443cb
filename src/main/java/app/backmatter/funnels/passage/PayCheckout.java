package app.backmatter.funnels.passage;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Card;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.shared.EmailAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays for an offer with a checkout page. The processor is asked outside of any transaction. */
@Component
public class PayCheckout {
    private final Checkout checkout;
    private final Audience audience;
    private final Passages passages;
    private final TypedCheckouts typedCheckouts;
    private final Attribution attribution;
    private final KeepOutcome keepOutcome;
    private final Workspaces workspaces;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PayCheckout(
            Checkout checkout,
            Audience audience,
            Passages passages,
            TypedCheckouts typedCheckouts,
            Attribution attribution,
            KeepOutcome keepOutcome,
            Workspaces workspaces,
            TransactionTemplate transactions,
            Clock clock) {
        this.checkout = checkout;
        this.audience = audience;
        this.passages = passages;
        this.typedCheckouts = typedCheckouts;
        this.attribution = attribution;
        this.keepOutcome = keepOutcome;
        this.workspaces = workspaces;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the reader typed on this checkout before; else the known address. A first name is no name on a card. */
    public TypedCheckout typed(Reader reader, CheckoutOffer offer) {
        var passage = reader.passage();
        return typedCheckouts
                .find(reader, offer.id())
                .orElseGet(() -> new TypedCheckout(
                        passage.email() == null ? "" : passage.email().value(),
                        "",
                        false,
                        passage.coupon(),
                        BuyerAddress.UNKNOWN,
                        null,
                        TypedPresent.NONE));
    }

    /** Whether the last try is paid or may still be: then another click is none. */
    public boolean isUnderWay(Reader reader, CheckoutOffer offer) {
        return checkout.outcome(reader.attempt(offer))
                .filter(outcome -> switch (outcome) {
                    case PaymentOutcome.Paid _, PaymentOutcome.AuthenticationRequired _, PaymentOutcome.Unsettled _ ->
                        true;
                    case PaymentOutcome.Declined _, PaymentOutcome.Released _ -> false;
                })
                .isPresent();
    }

    /** Whether money came in, or may have, by a try at either of the reader's addresses. Asks no processor. */
    public boolean mayBePaid(Reader reader, CheckoutOffer offer) {
        return known(reader, offer).anyMatch(outcome -> outcome instanceof PaymentOutcome.Paid)
                || isUnsettled(reader, offer);
    }

    /** Whether nobody knows yet if money came in by a try at either of the reader's addresses. Asks no processor. */
    public boolean isUnsettled(Reader reader, CheckoutOffer offer) {
        return known(reader, offer).anyMatch(outcome -> outcome instanceof PaymentOutcome.Unsettled);
    }

    private Stream<PaymentOutcome> known(Reader reader, CheckoutOffer offer) {
        return Stream.of(true, false)
                .map(proven -> Reader.attempt(reader.passage(), offer, proven))
                .flatMap(attempt -> checkout.known(attempt).stream());
    }

    /**
     * @param card null when the processor's own page takes it
     * @throws app.backmatter.orders.AttemptConflict when something else is being paid on this way already
     */
    public PaymentOutcome pay(
            Reader reader,
            CheckoutOffer offer,
            EmailAddress email,
            TypedCheckout typed,
            Basket basket,
            @Nullable Card card) {
        var touch = attribution.touch(reader, offer);
        var buyer = Objects.requireNonNull(transactions.execute(status -> buyer(reader, offer, email, typed, touch)));
        var outcome = checkout.pay(new CheckoutRequest(
                reader.attempt(offer),
                reader.passage().funnel().value(),
                reader.passage().id().value(),
                buyer,
                email,
                typed.name(),
                typed.address(),
                basket.lines(),
                basket.coupon(),
                card,
                typed.present().toPresent(zone(), clock.instant()),
                attribution.ofSale(touch, buyer),
                reader.paymentPath(offer)));
        keepOutcome.ofCheckout(reader, offer, buyer, basket.totals().charged().currency(), outcome);
        return outcome;
    }

    private ZoneId zone() {
        return workspaces.get(WorkspaceScope.current()).timeZone();
    }

    private ContactId buyer(Reader reader, CheckoutOffer offer, EmailAddress email, TypedCheckout typed, Touch touch) {
        var buyer = contact(reader.passage(), email, touch);
        typedCheckouts.keep(reader, offer.id(), typed, buyer);
        return buyer;
    }

    private ContactId contact(Passage passage, EmailAddress email, Touch touch) {
        if (passage.contact() != null && email.equals(passage.email())) {
            if (!touch.source().equals(passage.source())) {
                audience.seen(passage.contact(), touch.source(), touch.at());
            }
            return passage.contact();
        }
        var buyer = audience.buyer(email, passage.firstName(), touch.source(), touch.at(), clock.instant());
        passages.introduce(passage, buyer, email);
        return buyer;
    }
}
