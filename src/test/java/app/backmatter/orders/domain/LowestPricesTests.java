package app.backmatter.orders.domain;

import static app.backmatter.support.OrderFixtures.lineOf;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Asking;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.Orders;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class LowestPricesTests {
    @Autowired
    Orders orders;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    MovableClock clock;

    private final ProductId product = ProductId.next();
    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void isTheLowestThatWasPaidInTheLastThirtyDays() {
        sell(4700);
        assertThat(lowest(1700)).contains(Money.of(4700, "USD"));
        sell(2700);
        sell(3700);
        assertThat(lowest(1700)).contains(Money.of(2700, "USD"));

        clock.advance(Duration.ofDays(29));
        assertThat(lowest(1700)).contains(Money.of(2700, "USD"));
        clock.advance(Duration.ofDays(2));
        assertThat(lowest(1700)).isEmpty();
    }

    @Test
    void leavesOutWhatTheReductionItselfSoldWhatCouponsTookOffAndWhatReadersNamed() {
        sell(4700);
        var own = sell(1700);
        fixtures.paidOrder(
                workspace.id(), OrderFixtures.reduced(lineOf(product, "Workbook", OfferKind.UPSELL, 4700), 4000, 0, 0));
        fixtures.paidOrder(
                workspace.id(),
                lineOf(product, "Workbook", OfferKind.UPSELL, 500).asChosen());

        assertThat(lowest(own.step(), 1700)).contains(Money.of(4700, "USD"));
        assertThat(lowest(own.step(), 1600)).as("at another price").contains(Money.of(1700, "USD"));
    }

    @Test
    void knowsNoOtherWorkspaceProductOrDecline() {
        var line = lineOf(product, "Workbook", OfferKind.UPSELL, 900);
        fixtures.paidOrder(accounts.workspace().id(), line);
        fixtures.paidOrder(workspace.id(), OrderFixtures.line("Other", OfferKind.UPSELL, 900));
        fixtures.order(workspace.id(), "4000000000000002", line);

        assertThat(lowest(1700)).isEmpty();
    }

    private LineItem sell(long cents) {
        var line = lineOf(product, "Workbook", OfferKind.UPSELL, cents);
        fixtures.paidOrder(workspace.id(), line);
        return line;
    }

    private Optional<Money> lowest(long asked) {
        return lowest(UUID.randomUUID(), asked);
    }

    private Optional<Money> lowest(UUID step, long asked) {
        var asking = new Asking(step, product, Money.of(asked, "USD"));
        return WorkspaceScope.call(workspace.id(), () -> orders.lowestBeside(List.of(asking)))
                .getOrDefault(step, Prices.NONE)
                .in(asking.price().currency());
    }
}
