package app.backmatter.orders.payment.sandbox;

import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.shared.Money;
import app.backmatter.shared.Token;
import java.time.Instant;

/**
 * Money that goes back from a charge in the sandbox's books.
 *
 * @param id names the refund
 * @param charge the id of the charge
 * @param reason empty unless the bank refuses it
 * @param knownFrom from when on the bank tells; pending before
 */
record SandboxRefund(String idempotencyKey, String id, String charge, Money amount, String reason, Instant knownFrom) {
    static SandboxRefund of(RefundRequest request, Repayment repayment, Instant now) {
        return new SandboxRefund(
                request.idempotencyKey(),
                Token.random(),
                request.charge(),
                request.amount(),
                repayment.refuses() ? "refund_declined" : "",
                repayment.isPending() ? now.plus(Repayment.LATER) : now);
    }

    boolean isRefused() {
        return !reason.isEmpty();
    }

    boolean answers(SandboxRefund repeated) {
        return charge.equals(repeated.charge) && amount.equals(repeated.amount);
    }

    RefundResult result(Instant now) {
        if (now.isBefore(knownFrom)) {
            return new RefundResult.Pending(id);
        }
        return isRefused() ? new RefundResult.Refused(reason) : new RefundResult.Refunded(id);
    }
}
