package app.backmatter.orders.domain;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.payment.CardEntry;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.PaymentProcessor;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A processor that is silent, an application that is killed: what was asked for is asked for again, under its key. */
@BackmatterTest
class SettleRefundTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    RefundRows rows;

    @Autowired
    RefundWrites writes;

    @Autowired
    RecordRefund record;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    private final Processor processor = new Processor();
    private TestWorkspace workspace;
    private OrderId order;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        order = fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));
    }

    @Test
    void aSilentProcessorIsAskedAgainUnderTheSameKey() {
        giveBack();
        assertThat(standing()).isEqualTo(new RefundStanding.Asked());

        processor.isSilent = false;
        settle();
        assertThat(standing()).isInstanceOf(RefundStanding.Refunded.class);
        assertThat(processor.asked).hasSize(2).containsOnly(processor.asked.getFirst());
    }

    @Test
    void whatTheProcessorDidBeforeItFellSilentIsNotDoneAgain() {
        processor.remembers = true;
        giveBack();
        processor.isSilent = false;
        settle();
        assertThat(standing()).isInstanceOf(RefundStanding.Refunded.class);
        assertThat(processor.asked).hasSize(1);
    }

    @Test
    void anAnswerThatComesTwiceIsRecordedOnce() {
        giveBack();
        var refund = refund();
        inside(_ -> {
            record.record(order, refund, new RefundResult.Refunded("re_1"));
            record.record(order, refund, new RefundResult.Refunded("re_1"));
            record.record(order, refund, new RefundResult.Refused("refused"));
        });
        assertThat(standing()).isInstanceOf(RefundStanding.Refunded.class);
        inside(_ -> assertThat(rows.load(order).refunds()).hasSize(1));
    }

    private void giveBack() {
        inside(settle -> {
            var line = rows.load(order).lines().findFirst().orElseThrow().id();
            new RefundOrder(rows, writes, settle, transaction, clock)
                    .refund(new RefundWish(
                            order,
                            Map.of(line, Money.of(2700, "USD")),
                            new RefundWish.Terms(Ids.next(), false, "", "ada")));
        });
    }

    private void settle() {
        var refund = refund();
        inside(settle -> settle.settle(refund.id()));
    }

    private Refund refund() {
        return WorkspaceScope.call(
                workspace.id(), () -> rows.load(order).refunds().getFirst());
    }

    private RefundStanding standing() {
        return refund().standing();
    }

    private void inside(Consumer<SettleRefund> work) {
        WorkspaceScope.run(workspace.id(), () -> work.accept(new SettleRefund(rows, writes, processor, record, clock)));
    }

    /** Answers nothing until it does; it may have done what it was asked nevertheless. */
    private static final class Processor implements PaymentGateway {
        private final List<RefundRequest> asked = new ArrayList<>();
        private boolean isSilent = true;
        private boolean remembers;

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
        public RefundResult refund(RefundRequest request) {
            asked.add(request);
            return unlessSilent(new RefundResult.Refunded("re_1"));
        }

        @Override
        public Optional<RefundResult> findRefund(RefundRequest request) {
            return unlessSilent(remembers ? Optional.of(new RefundResult.Refunded("re_1")) : Optional.empty());
        }

        private <T> T unlessSilent(T answer) {
            if (isSilent) {
                throw new GatewayTimeout("Silent");
            }
            return answer;
        }

        @Override
        public ChargeResult charge(ChargeRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ChargeResult> find(String idempotencyKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChargeResult abandon(String idempotencyKey) {
            throw new UnsupportedOperationException();
        }
    }
}
