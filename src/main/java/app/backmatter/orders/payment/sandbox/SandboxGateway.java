package app.backmatter.orders.payment.sandbox;

import app.backmatter.orders.payment.CardEntry;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.PaymentProcessor;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plays a card processor by the book of the test cards. */
@Component
class SandboxGateway implements PaymentGateway {
    private static final ChargeResult NO_TEST_CARD = new ChargeResult.Refused("not_a_test_card");
    private static final RefundResult UNKNOWN_CHARGE = new RefundResult.Refused("unknown_charge");

    private final SandboxBooks books;
    private final SandboxRefunds refunds;
    private final Clock clock;

    SandboxGateway(SandboxBooks books, SandboxRefunds refunds, Clock clock) {
        this.books = books;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    public PaymentProcessor processor() {
        return PaymentProcessor.SANDBOX;
    }

    @Override
    public CardEntry cardEntry() {
        return CardEntry.FORM;
    }

    @Override
    public boolean knows(String idempotencyKey) {
        return books.byKey(idempotencyKey).isPresent();
    }

    @Override
    public boolean made(String charge) {
        return books.byId(charge).isPresent();
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return switch (request.means()) {
            case Means.NewCard typed ->
                TestCard.ofNumber(typed.card().number())
                        .map(card -> charge(request, card, card.typed()))
                        .orElse(NO_TEST_CARD);
            case Means.SavedCard saved ->
                TestCard.ofReference(saved.reference())
                        .map(card -> charge(request, card, card.inOneClick()))
                        .orElse(NO_TEST_CARD);
            case Means.HostedPage _ -> NO_TEST_CARD;
        };
    }

    @Override
    public Optional<ChargeResult> find(String idempotencyKey) {
        var charge = books.byKey(idempotencyKey);
        if (charge.filter(found -> found.isSilent(clock.instant())).isPresent()) {
            throw new GatewayTimeout("The sandbox plays a processor that does not answer");
        }
        return charge.map(found -> found.result(clock.instant()));
    }

    @Override
    public ChargeResult abandon(String idempotencyKey) {
        if (!books.enter(SandboxCharge.abandoned(idempotencyKey, clock.instant()))) {
            books.refuseWaiting(idempotencyKey);
        }
        return find(idempotencyKey).orElseThrow();
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        var card = books.byId(request.charge()).map(SandboxCharge::card);
        return card.isEmpty() ? UNKNOWN_CHARGE : refund(request, card.get().afterwards());
    }

    @Override
    public Optional<RefundResult> findRefund(RefundRequest request) {
        return refunds.byKey(request.idempotencyKey()).map(refund -> refund.result(clock.instant()));
    }

    private ChargeResult charge(ChargeRequest request, TestCard card, Behaviour behaviour) {
        var charge = SandboxCharge.of(request, card, behaviour, clock.instant());
        if (!books.enter(charge)) {
            return repeated(charge);
        }
        return switch (behaviour) {
            case PAYS_AND_TIMES_OUT, PAYS_AND_STAYS_SILENT ->
                throw new GatewayTimeout("The sandbox plays a lost answer");
            case PAYS_SLOWLY -> {
                pause();
                yield charge.result(clock.instant());
            }
            default -> charge.result(clock.instant());
        };
    }

    private ChargeResult repeated(SandboxCharge charge) {
        var first = books.byKey(charge.idempotencyKey()).orElseThrow();
        if (!first.answers(charge)) {
            throw new IllegalStateException("The key " + charge.idempotencyKey() + " was used for another charge");
        }
        return first.result(clock.instant());
    }

    private RefundResult refund(RefundRequest request, Repayment repayment) {
        var refund = SandboxRefund.of(request, repayment, clock.instant());
        if (!refunds.enter(refund)) {
            return repeated(refund);
        }
        if (repayment == Repayment.PAYS_AND_TIMES_OUT) {
            throw new GatewayTimeout("The sandbox plays a lost answer");
        }
        if (repayment == Repayment.PAYS_SLOWLY) {
            pause();
        }
        return repeated(refund);
    }

    private RefundResult repeated(SandboxRefund refund) {
        var first = refunds.byKey(refund.idempotencyKey()).orElseThrow();
        if (!first.answers(refund)) {
            throw new IllegalStateException("The key " + refund.idempotencyKey() + " was used for another refund");
        }
        return first.result(clock.instant());
    }

    private static void pause() {
        try {
            Thread.sleep(Behaviour.SLOWNESS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
