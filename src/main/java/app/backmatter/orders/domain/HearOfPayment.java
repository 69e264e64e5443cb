package app.backmatter.orders.domain;

import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.PaymentNews;
import app.backmatter.orders.payment.RefundNews;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Listens to processors. What they tell is but a reason to ask: only what they answer counts. */
@Component
class HearOfPayment implements PaymentNews {
    private final OrderRows rows;
    private final SettlePayment settle;
    private final HearOfRefund refunds;
    private final RecordDispute disputes;

    HearOfPayment(OrderRows rows, SettlePayment settle, HearOfRefund refunds, RecordDispute disputes) {
        this.rows = rows;
        this.settle = settle;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    @Override
    public boolean heard(String idempotencyKey) {
        var payment = UUID.fromString(idempotencyKey);
        return rows.findByPayment(payment).isPresent()
                && !settle.settle(payment).isOpen();
    }

    @Override
    public boolean refunded(RefundNews refund) {
        return refunds.hear(refund);
    }

    @Override
    public boolean disputed(DisputeNews dispute) {
        return disputes.record(dispute);
    }
}
