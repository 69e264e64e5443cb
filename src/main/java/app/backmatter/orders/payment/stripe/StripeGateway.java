package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.CardEntry;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.PaymentProcessor;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.orders.payment.stripe.StripeCharge.Kind;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stripe, for workspaces with keys of their own and for the installation. */
@Component
class StripeGateway implements PaymentGateway {
    /** The shop can't take money, and the reader is not to blame. */
    static final ChargeResult UNAVAILABLE = new ChargeResult.Refused("payments_unavailable");

    private static final ChargeResult NOT_KEPT = new ChargeResult.Refused("card_declined");

    private final StripeAccounts accounts;
    private final StripeBooks books;
    private final StripeRequests requests;
    private final StripeLine line;
    private final Clock clock;

    StripeGateway(StripeAccounts accounts, StripeBooks books, StripeRequests requests, StripeLine line, Clock clock) {
        this.accounts = accounts;
        this.books = books;
        this.requests = requests;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public PaymentProcessor processor() {
        return PaymentProcessor.STRIPE;
    }

    @Override
    public boolean isOwn() {
        return accounts.hasOwn();
    }

    @Override
    public boolean isTest() {
        return accounts.isTest();
    }

    @Override
    public CardEntry cardEntry() {
        return CardEntry.HOSTED;
    }

    @Override
    public boolean knows(String idempotencyKey) {
        return books.find(idempotencyKey).isPresent();
    }

    @Override
    public boolean made(String charge) {
        return charge.startsWith("pi_");
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        var account = accounts.current();
        if (account.secretKey().isEmpty()) {
            return UNAVAILABLE;
        }
        return switch (request.means()) {
            case Means.NewCard _ -> UNAVAILABLE;
            case Means.HostedPage page -> {
                var asked = requests.page(request, page, clock.instant());
                yield charge(account, request, Kind.HOSTED_PAGE, asked, Map.of());
            }
            case Means.SavedCard(String reference) ->
                KeptCard.of(reference)
                        .map(card -> charge(
                                account,
                                request,
                                Kind.SAVED_CARD,
                                requests.oneClick(request, card),
                                requests.confirmation(request, card)))
                        .orElse(NOT_KEPT);
        };
    }

    @Override
    public Optional<ChargeResult> find(String idempotencyKey) {
        return books.find(idempotencyKey).flatMap(this::find);
    }

    @Override
    public ChargeResult abandon(String idempotencyKey) {
        var mark = new StripeCharge(idempotencyKey, null, Kind.ABANDONED, "", "", "", false, clock.instant());
        if (books.enter(mark)) {
            return givenUp();
        }
        var charge = books.find(idempotencyKey).orElseThrow();
        return charge.kind() == Kind.ABANDONED
                ? givenUp()
                : talk(charge.account()).abandon(charge);
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return maker(request).refund(request);
    }

    @Override
    public Optional<RefundResult> findRefund(RefundRequest request) {
        return maker(request).findRefund(request);
    }

    private ChargeResult charge(
            StripeAccount account,
            ChargeRequest request,
            Kind kind,
            Map<String, Object> asked,
            Map<String, Object> confirmation) {
        var charge = new StripeCharge(
                request.idempotencyKey(),
                account.id(),
                kind,
                request.amount().minorUnits() + " " + request.amount().currency() + " " + kind,
                RequestJson.write(asked),
                "",
                request.release(),
                clock.instant());
        return books.enter(charge) ? line.to(account).charge(charge, confirmation) : repeated(charge);
    }

    private ChargeResult repeated(StripeCharge charge) {
        var first = books.find(charge.key()).orElseThrow();
        if (first.kind() != Kind.ABANDONED && !first.body().equals(charge.body())) {
            throw new IllegalStateException("The key " + charge.key() + " was used for another charge");
        }
        return find(first).orElseThrow(() -> new GatewayTimeout("Stripe is being asked about " + charge.key()));
    }

    private Optional<ChargeResult> find(StripeCharge charge) {
        return charge.kind() == Kind.ABANDONED
                ? Optional.of(givenUp())
                : talk(charge.account()).find(charge);
    }

    private StripeTalk talk(@Nullable UUID account) {
        return line.to(accounts.get(account));
    }

    private StripeTalk maker(RefundRequest request) {
        return talk(books.byIntent(request.charge()).orElseThrow().account());
    }

    private static ChargeResult givenUp() {
        return new ChargeResult.Refused(ChargeRequest.ABANDONED);
    }
}
