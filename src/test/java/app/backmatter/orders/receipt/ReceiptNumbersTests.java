package app.backmatter.orders.receipt;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of receipts without gap or double, whatever goes wrong beside them. */
@BackmatterTest
class ReceiptNumbersTests {
    private static final String DECLINED = "4000000000000002";
    /** In cents: an order of so much can't be recorded as paid while the trigger below is there. */
    private static final long ROLLS_BACK = 666;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    Checkout checkout;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private record Buy(TestWorkspace workspace, CheckoutRequest request) {}

    @AfterEach
    void letEverythingBeRecorded() {
        clock.reset();
        jdbc.sql("drop trigger if exists rolls_back on orders").update();
    }

    @Test
    void twoHundredParallelPaymentsOfTwoWorkspacesLeaveNoGap() throws Exception {
        jdbc.sql("""
            create or replace function rolls_back() returns trigger language plpgsql as
            $$ begin raise exception 'Rolled back by a test'; end $$
            """).update();
        jdbc.sql("""
            create constraint trigger rolls_back after update on orders deferrable initially deferred
            for each row when (new.total = %d) execute function rolls_back()
            """.formatted(ROLLS_BACK)).update();
        var one = accounts.workspace();
        var other = accounts.workspace();
        var buys = new ArrayList<Buy>();
        for (var workspace : List.of(one, other)) {
            add(buys, 70, workspace, OrderFixtures.PAYS, 2700);
            add(buys, 20, workspace, DECLINED, 2700);
            add(buys, 10, workspace, OrderFixtures.PAYS, ROLLS_BACK);
        }
        Collections.shuffle(buys, new Random(20261122));

        var failed = inParallel(buys);

        assertThat(failed)
                .hasSize(20)
                .allMatch(buy -> buy.request().lines().getFirst().price().minorUnits() == ROLLS_BACK);
        assertThat(numbers(one)).containsExactlyElementsOf(upTo(70));
        assertThat(numbers(other)).containsExactlyElementsOf(upTo(70));

        letEverythingBeRecorded();
        for (var buy : failed) {
            assertThat(WorkspaceScope.call(
                            buy.workspace().id(),
                            () -> checkout.outcome(buy.request().attempt())))
                    .get()
                    .isInstanceOf(PaymentOutcome.Paid.class);
        }
        assertThat(numbers(one)).containsExactlyElementsOf(upTo(80));
        assertThat(numbers(other)).containsExactlyElementsOf(upTo(80));
    }

    @Test
    void eachYearBeginsAtOne() {
        var workspace = accounts.workspace();
        fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));
        fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));
        clock.advance(Duration.ofDays(366));
        fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));

        assertThat(numbers(workspace)).containsExactly(1L, 2L, 1L);
        assertThat(jdbc.sql("select count(distinct receipt_year) from orders where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void add(List<Buy> buys, int times, TestWorkspace workspace, String card, long cents) {
        for (int n = 0; n < times; n++) {
            var buyer = WorkspaceScope.call(workspace.id(), fixtures::buyer);
            buys.add(new Buy(
                    workspace, OrderFixtures.request(buyer, card, line("Workbook", OfferKind.TRIPWIRE, cents))));
        }
    }

    /** @return those that were not recorded */
    private List<Buy> inParallel(List<Buy> buys) throws InterruptedException {
        var failed = new ArrayList<Buy>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(buys.stream()
                    .map(buy -> (Callable<PaymentOutcome>)
                            () -> WorkspaceScope.call(buy.workspace().id(), () -> checkout.pay(buy.request())))
                    .toList());
            for (int n = 0; n < answers.size(); n++) {
                try {
                    answers.get(n).get();
                } catch (ExecutionException e) {
                    assertThat(e).rootCause().hasMessageContaining("Rolled back by a test");
                    failed.add(buys.get(n));
                }
            }
        }
        return failed;
    }

    private List<Long> numbers(TestWorkspace workspace) {
        return jdbc.sql("""
            select receipt_number from orders where workspace_id = ? and receipt_number is not null
            order by receipt_year, receipt_number
            """).param(workspace.id().value()).query(Long.class).list();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
