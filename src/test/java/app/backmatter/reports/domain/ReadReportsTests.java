package app.backmatter.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.funnels.StepSeen;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.Period;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.FunnelFixtures.Published;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class ReadReportsTests {
    private static final Instant MORNING = Instant.parse("2026-03-02T15:00:00Z");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    Workspaces workspaces;

    @Autowired
    ReadReports reports;

    @Autowired
    FactWriter writer;

    private RecordFacts facts;
    private TestWorkspace ada;
    private TestWorkspace ben;

    @BeforeEach
    void openWorkspaces() {
        facts = new RecordFacts(writer);
        ada = accounts.workspace();
        ben = accounts.workspace();
    }

    @Test
    void manyFunnelsHaveTheTotalsThatEachHasAlone() {
        var gift = funnels.publishedFreeGift(ada);
        var first = funnels.publishedTripwireFirst(ben);
        funnels.draft(ben);
        look(ada, gift, FunnelPart.OPT_IN);
        pay(ada, gift, signUp(ada, gift), "USD");
        pay(ada, gift, signUp(ada, gift), "EUR");
        look(ben, first, FunnelPart.TRIPWIRE);
        look(ben, first, FunnelPart.TRIPWIRE);

        var all = all(Period.ALL);

        assertThat(all).extracting(row -> row.workspace().id()).containsExactly(ada.id(), ben.id(), ben.id());
        assertThat(all).extracting(FunnelConversion::isPublished).containsExactly(true, false, true);
        assertThat(all).allSatisfy(row -> assertThat(row.totals()).isEqualTo(alone(row)));
        assertThat(all.getFirst().totals())
                .isEqualTo(new FunnelTotals(3, 2, 0, 1, Money.of(2800, "USD"), Money.of(0, "USD")));
        assertThat(all.getLast().totals())
                .isEqualTo(new FunnelTotals(2, 0, 0, 0, Money.of(0, "USD"), Money.of(0, "USD")));
        assertThat(all(new Period(Instant.EPOCH, MORNING)))
                .extracting(row -> row.totals().visitors())
                .containsOnly(0L);
    }

    private List<FunnelConversion> all(Period period) {
        return reports.all(List.of(view(ada), view(ben)), period);
    }

    private FunnelTotals alone(FunnelConversion row) {
        return WorkspaceScope.call(
                row.workspace().id(),
                () -> reports.funnel(row.workspace(), new FunnelId(row.id()), Period.ALL, null)
                        .orElseThrow()
                        .totals());
    }

    private WorkspaceView view(TestWorkspace workspace) {
        return workspaces.get(workspace.id());
    }

    private void look(TestWorkspace workspace, Published funnel, FunnelPart part) {
        facts.on(new StepSeen.Batch(List.of(new StepSeen(
                workspace.id(),
                funnel.id(),
                funnel.revision(),
                funnel.step(part),
                UUID.randomUUID(),
                Source.DIRECT,
                false,
                MORNING))));
    }

    private PassageId signUp(TestWorkspace workspace, Published funnel) {
        var passage = PassageId.next();
        facts.on(new ReaderSignedUp.Batch(List.of(new ReaderSignedUp(
                workspace.id(),
                funnel.id(),
                funnel.revision(),
                funnel.step(FunnelPart.OPT_IN),
                UUID.randomUUID(),
                passage,
                ContactId.next(),
                Source.DIRECT,
                false,
                MORNING))));
        return passage;
    }

    /** The tripwire with its bump. */
    private void pay(TestWorkspace workspace, Published funnel, PassageId passage, String currency) {
        var tripwire = line(OfferKind.TRIPWIRE, funnel.step(FunnelPart.TRIPWIRE), Money.of(2100, currency));
        var bump = line(OfferKind.ORDER_BUMP, Ids.next(), Money.of(700, currency));
        facts.on(new PaymentReceived(
                workspace.id(),
                OrderId.next(),
                funnel.id().value(),
                passage.value(),
                ContactId.next(),
                List.of(tripwire, bump),
                tripwire.price().plus(bump.price()),
                ExchangeRate.same(Currency.getInstance(currency)),
                true,
                Source.DIRECT,
                MORNING.plus(Duration.ofMinutes(1))));
    }

    private static LineItem line(OfferKind kind, UUID step, Money price) {
        return new LineItem(ProductId.next(), kind.name(), kind, step, price);
    }
}
