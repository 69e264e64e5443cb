package app.backmatter.orders.payment;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in where an installation takes no money: gifts work, every charge is refused. */
@Component
final class NoPayments implements PaymentGateway {
    private static final ChargeResult REFUSED = new ChargeResult.Refused("payments_off");

    @Override
    public PaymentProcessor processor() {
        return PaymentProcessor.OFF;
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
}
