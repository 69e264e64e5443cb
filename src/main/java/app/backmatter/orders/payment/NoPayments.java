package app.backmatter.orders.payment;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in where an installation takes no money: gifts work, every charge and every refund is refused. */
@Component
final class NoPayments implements PaymentGateway {
    private static final ChargeResult REFUSED = new ChargeResult.Refused("payments_off");
    private static final RefundResult NOT_REFUNDED = new RefundResult.Refused("payments_off");

    @Override
    public PaymentProcessor processor() {
        return PaymentProcessor.OFF;
    }

    @Override
    public CardEntry cardEntry() {
        return CardEntry.FORM;
    }

    @Override
    public boolean knows(String idempotencyKey) {
        return false;
    }

    @Override
    public boolean made(String charge) {
        return false;
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return REFUSED;
    }

    @Override
    public Optional<ChargeResult> find(String idempotencyKey) {
        return Optional.of(REFUSED);
    }

    @Override
    public ChargeResult abandon(String idempotencyKey) {
        return REFUSED;
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return NOT_REFUNDED;
    }

    @Override
    public Optional<RefundResult> findRefund(RefundRequest request) {
        return Optional.of(NOT_REFUNDED);
    }
}
