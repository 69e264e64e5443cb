package app.backmatter.orders.payment.sandbox;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.shared.Money;
import app.backmatter.shared.Token;
import java.time.Duration;
import java.time.Instant;

/**
 * One line in the sandbox's books.
 *
 * @param body what was asked for, so that the same key with another request is found out
 * @param id unguessable; names the charge and the bank's page
 * @param release whether to let go what the card grants
 * @param reason empty unless refused
 * @param silentUntil until when the sandbox plays dead about it
 */
record SandboxCharge(
        String idempotencyKey,
        String body,
        String id,
        TestCard card,
        Money amount,
        String description,
        String returnPath,
        boolean release,
        State state,
        String reason,
        Instant askedAt,
        Instant silentUntil) {
    /** How long the bank waits for the reader. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    static final String ABANDONED = ChargeRequest.ABANDONED;

    // XXX is ISO 4217's code for a transaction without a currency
    private static final Money NOTHING = Money.of(0, "XXX");

    enum State {
        CHARGED,
        REFUSED,
        WAITING
    }

    static SandboxCharge of(ChargeRequest request, TestCard card, Behaviour behaviour, Instant now) {
        return new SandboxCharge(
                request.idempotencyKey(),
                body(request.amount(), card),
                Token.random(),
                card,
                request.amount(),
                request.description(),
                request.returnPath(),
                request.release(),
                switch (behaviour) {
                    case PAYS, PAYS_AND_TIMES_OUT, PAYS_AND_STAYS_SILENT, PAYS_SLOWLY ->
                        request.release() ? State.REFUSED : State.CHARGED;
                    case DECLINES, LACKS_FUNDS -> State.REFUSED;
                    case AUTHENTICATES -> State.WAITING;
                },
                switch (behaviour) {
                    case DECLINES -> "card_declined";
                    case LACKS_FUNDS -> "insufficient_funds";
                    case AUTHENTICATES -> "";
                    case PAYS, PAYS_AND_TIMES_OUT, PAYS_AND_STAYS_SILENT, PAYS_SLOWLY ->
                        request.release() ? ChargeRequest.RELEASED : "";
                },
                now,
                behaviour == Behaviour.PAYS_AND_STAYS_SILENT ? now.plus(Behaviour.SILENCE) : now);
    }

    /** Stands for a key that was given up before its request came, so that the request finds it refused. */
    static SandboxCharge abandoned(String key, Instant now) {
        return new SandboxCharge(
                key,
                ABANDONED,
                Token.random(),
                TestCard.DECLINED,
                NOTHING,
                "",
                "/",
                false,
                State.REFUSED,
                ABANDONED,
                now,
                now);
    }

    boolean answers(SandboxCharge repeated) {
        return body.equals(repeated.body) || body.equals(ABANDONED);
    }

    boolean isSilent(Instant now) {
        return now.isBefore(silentUntil);
    }

    ChargeResult result(Instant now) {
        return switch (state) {
            case CHARGED -> new ChargeResult.Charged(id, card.reference(), card.shown(), "");
            case REFUSED -> new ChargeResult.Refused(reason);
            case WAITING ->
                isWaiting(now)
                        ? new ChargeResult.NeedsAuthentication("/sandbox/authentication/" + id)
                        : new ChargeResult.Refused("authentication_expired");
        };
    }

    boolean isWaiting(Instant now) {
        return state == State.WAITING && now.isBefore(askedAt.plus(PATIENCE));
    }

    private static String body(Money amount, TestCard card) {
        return amount.minorUnits() + " " + amount.currency() + " " + card;
    }
}
