package app.backmatter.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.payment.CardEntry;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.PaymentProcessor;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class SettlePaymentTests {
    private static final ChargeResult AT_THE_BANK = new ChargeResult.NeedsAuthentication("/bank");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Entitlements entitlements;

    @Autowired
    OrderRows rows;

    @Autowired
    OrderWrites writes;

    @Autowired
    RecordOutcome outcome;

    @Autowired
    Clock clock;

    @Test
    void aSilenceDoesNotUndoWhatAnotherRequestHeardMeanwhile() {
        WorkspaceScope.run(accounts.workspace().id(), () -> {
            var order = Order.place(
                    OrderFixtures.checkout(OrderFixtures.line("Workbook", OfferKind.TRIPWIRE, 2700)), clock.instant());
            writes.add(order);
            var payment = order.payments().getFirst();
            var silent = new SilentWhile(() -> outcome.record(order, payment, AT_THE_BANK));
            var settle =
                    new SettlePayment(rows, writes, new AskProcessor(silent, workspaces, entitlements), outcome, clock);

            var settled = settle.settle(payment.id());

            assertThat(settled.standing()).isEqualTo(new Standing.NeedsAuthentication("/bank"));
            assertThat(rows.find(order.id()).orElseThrow().payments())
                    .extracting(Payment::standing)
                    .containsExactly(new Standing.NeedsAuthentication("/bank"));
        });
    }

    /** Something else happens before this processor fails to know anything. */
    private record SilentWhile(Runnable meanwhile) implements PaymentGateway {
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
            return true;
        }

        @Override
        public boolean made(String charge) {
            return true;
        }

        @Override
        public ChargeResult charge(ChargeRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ChargeResult> find(String idempotencyKey) {
            meanwhile.run();
            return Optional.empty();
        }

        @Override
        public ChargeResult abandon(String idempotencyKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RefundResult refund(RefundRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RefundResult> findRefund(RefundRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
