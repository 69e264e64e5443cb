package app.backmatter.orders.payment.sandbox;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.PaymentProcessor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plays a card processor by the book of the test cards. */
@Component
class SandboxGateway implements PaymentGateway {
    private static final ChargeResult NO_TEST_CARD = new ChargeResult.Refused("not_a_test_card");

    private final SandboxBooks books;
    private final Clock clock;

    SandboxGateway(SandboxBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public PaymentProcessor processor() {
        return PaymentProcessor.SANDBOX;
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

    private static void pause() {
        try {
            Thread.sleep(Behaviour.SLOWNESS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
