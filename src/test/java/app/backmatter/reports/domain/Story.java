package app.backmatter.reports.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.OfferDeclined;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderConfirmed;
import app.backmatter.funnels.ReaderSetOut;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.StepSeen;
import app.backmatter.funnels.StepView;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentDeclined;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gift funnel (opt-in, tripwire with a bump, upsell, its down-sell) and the events of readers who walk it. */
final class Story {
    static final Instant MORNING = Instant.parse("2026-03-02T15:00:00Z");

    final WorkspaceId workspace;
    final FunnelId funnel = FunnelId.next();
    final RevisionId revision = RevisionId.next();
    final UUID optIn = Ids.next();
    final UUID tripwire = Ids.next();
    final UUID bump = Ids.next();
    final UUID upsell = Ids.next();
    final UUID downSell = Ids.next();
    final Source backMatter = Source.place(Ids.next());

    Story(WorkspaceId workspace) {
        this.workspace = workspace;
    }

    FunnelView view() {
        return new FunnelView(
                funnel,
                "Last Pages",
                "/p/ada/last-pages",
                revision,
                false,
                List.of(
                        new StepView(optIn, "opt-in", "Get the checklist", tripwire, null),
                        new StepView(tripwire, "tripwire", "The workbook", upsell, null),
                        new StepView(upsell, "upsell", "The course", null, downSell),
                        new StepView(downSell, "down-sell", "The short course", null, null)));
    }

    StepSeen seen(UUID step, UUID subject, Source source, boolean bot, Instant at) {
        return new StepSeen(workspace, funnel, revision, step, subject, source, bot, at);
    }

    StepSeen.Batch visit(Reader reader) {
        return new StepSeen.Batch(List.of(seen(optIn, reader.visitor, reader.source, false, MORNING)));
    }

    StepSeen.Batch shown(Reader reader, UUID step) {
        return new StepSeen.Batch(List.of(seen(step, reader.passage.value(), reader.source, false, MORNING)));
    }

    ReaderSignedUp.Batch signUp(Reader reader) {
        return signUp(reader, false);
    }

    ReaderSignedUp.Batch signUp(Reader reader, boolean bot) {
        return new ReaderSignedUp.Batch(List.of(new ReaderSignedUp(
                workspace,
                funnel,
                revision,
                optIn,
                reader.visitor,
                reader.passage,
                ContactId.next(),
                reader.source,
                bot,
                MORNING.plusSeconds(30))));
    }

    /** A letter brought the reader back to a page seen before. */
    StepSeen.Batch broughtBack(Reader reader, UUID step, Source letters) {
        var later = MORNING.plus(Duration.ofDays(3));
        return new StepSeen.Batch(List.of(seen(step, reader.passage.value(), letters, false, later)));
    }

    /** A first payment that is due to another source than the way. */
    PaymentReceived boughtBy(Source source, Reader reader, LineItem... lines) {
        var own = bought(reader, true, lines);
        return new PaymentReceived(
                workspace,
                own.order(),
                own.funnel(),
                own.passage(),
                own.contact(),
                own.lines(),
                own.amount(),
                own.rate(),
                true,
                source,
                own.at());
    }

    /** The same steps as a funnel that begins with the tripwire. */
    ReaderSetOut setOut(Reader reader) {
        return new ReaderSetOut(
                workspace, funnel, revision, tripwire, reader.visitor, reader.passage, reader.source, false, MORNING);
    }

    ReaderConfirmed confirmed(Reader reader) {
        return new ReaderConfirmed(workspace, funnel, revision, optIn, reader.passage, MORNING.plusSeconds(90));
    }

    OfferDeclined no(Reader reader, UUID step) {
        return new OfferDeclined(
                workspace, funnel, revision, step, reader.passage, reader.source, MORNING.plusSeconds(120));
    }

    PaymentDeclined cardNo(Reader reader, UUID step, UUID attempt) {
        return new PaymentDeclined(
                workspace,
                reader.order,
                attempt,
                funnel.value(),
                reader.passage.value(),
                step,
                "declined",
                reader.source,
                MORNING.plusSeconds(110));
    }

    PaymentReceived bought(Reader reader, boolean first, LineItem... lines) {
        return new PaymentReceived(
                workspace,
                reader.order,
                funnel.value(),
                reader.passage.value(),
                ContactId.next(),
                List.of(lines),
                List.of(lines).stream()
                        .map(LineItem::charged)
                        .reduce(Money::plus)
                        .orElseThrow(),
                ExchangeRate.same(Currency.getInstance("USD")),
                first,
                reader.source,
                MORNING.plusSeconds(100));
    }

    LineItem workbook() {
        return line(tripwire, OfferKind.TRIPWIRE, 2700);
    }

    LineItem bumpLine() {
        return line(bump, OfferKind.ORDER_BUMP, 900);
    }

    LineItem course() {
        return line(upsell, OfferKind.UPSELL, 9700);
    }

    LineItem shortCourse() {
        return line(downSell, OfferKind.DOWN_SELL, 3700);
    }

    private static LineItem line(UUID step, OfferKind kind, long cents) {
        return new LineItem(
                new ProductId(
                        UUID.nameUUIDFromBytes(step.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                kind.name(),
                kind,
                step,
                Money.of(cents, "USD"));
    }

    /** One person, as the funnel knows them. */
    static final class Reader {
        final UUID visitor;
        final PassageId passage = PassageId.next();
        final OrderId order = OrderId.next();
        final Source source;

        Reader(Source source) {
            this(source, null);
        }

        Reader(Source source, @Nullable UUID visitor) {
            this.source = source;
            this.visitor = visitor == null ? UUID.randomUUID() : visitor;
        }
    }
}
