package app.backmatter.orders.payment;

import app.backmatter.pages.PaymentMode;
import java.util.List;
import java.util.Optional;

/**
 * Sends each workspace to the processor that it has keys for, and the others to the installation's. What was begun with
 * one is settled with it, whatever was chosen since.
 */
final class GatewayOfWorkspace implements PaymentGateway, PaymentMode {
    private final List<PaymentGateway> gateways;
    private final PaymentGateway installation;

    GatewayOfWorkspace(List<PaymentGateway> gateways, PaymentProcessor installation) {
        this.gateways = gateways;
        this.installation = gateways.stream()
                .filter(gateway -> gateway.processor() == installation)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public PaymentProcessor processor() {
        return inScope().processor();
    }

    @Override
    public boolean isOwn() {
        return inScope().isOwn();
    }

    @Override
    public boolean isTest() {
        return inScope().isTest();
    }

    @Override
    public boolean isSandbox() {
        return processor() == PaymentProcessor.SANDBOX;
    }

    @Override
    public CardEntry cardEntry() {
        return inScope().cardEntry();
    }

    @Override
    public boolean knows(String idempotencyKey) {
        return gateways.stream().anyMatch(gateway -> gateway.knows(idempotencyKey));
    }

    @Override
    public boolean made(String charge) {
        return gateways.stream().anyMatch(gateway -> gateway.made(charge));
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return inScope().charge(request);
    }

    @Override
    public Optional<ChargeResult> find(String idempotencyKey) {
        return of(idempotencyKey).find(idempotencyKey);
    }

    @Override
    public ChargeResult abandon(String idempotencyKey) {
        return of(idempotencyKey).abandon(idempotencyKey);
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return maker(request.charge()).refund(request);
    }

    @Override
    public Optional<RefundResult> findRefund(RefundRequest request) {
        return maker(request.charge()).findRefund(request);
    }

    private PaymentGateway maker(String charge) {
        return gateways.stream()
                .filter(gateway -> gateway.made(charge))
                .findFirst()
                .orElseGet(this::inScope);
    }

    private PaymentGateway of(String idempotencyKey) {
        return gateways.stream()
                .filter(gateway -> gateway.knows(idempotencyKey))
                .findFirst()
                .orElseGet(this::inScope);
    }

    private PaymentGateway inScope() {
        return gateways.stream().filter(PaymentGateway::isOwn).findFirst().orElse(installation);
    }
}
