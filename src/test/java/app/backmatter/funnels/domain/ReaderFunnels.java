package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.shared.Slug;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Publishes funnels for readers' tests, without their author's pages and without a catalog. */
@Component
public class ReaderFunnels {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final ProductId EXTRA = ProductId.next();
    public static final ProductId GIFT = FunnelContents.GIFT;
    public static final Map<ProductId, String> NAMES = Map.of(
            FunnelContents.GIFT,
            "Free workbook",
            FunnelContents.WORKBOOK,
            "Companion workbook",
            FunnelContents.COURSE,
            "Video course",
            FunnelContents.LESSONS,
            "Three lessons",
            EXTRA,
            "Extra lessons",
            FunnelContents.CHECKLIST,
            "Launch checklist");

    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final Workspaces workspaces;
    private final TransactionOperations transaction;

    ReaderFunnels(
            FunnelRepository funnels,
            RevisionRepository revisions,
            Workspaces workspaces,
            TransactionOperations transaction) {
        this.funnels = funnels;
        this.revisions = revisions;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    public PublishedRevision publish(TestWorkspace workspace, String slug, FunnelContent content) {
        return WorkspaceScope.call(
                workspace.id(), () -> transaction.execute(status -> open(workspace, FunnelId.next(), slug, content)));
    }

    /** A later revision at the same address. */
    public PublishedRevision publishAgain(TestWorkspace workspace, PublishedRevision old, FunnelContent content) {
        return WorkspaceScope.call(
                workspace.id(),
                () -> transaction.execute(status -> open(workspace, old.funnel(), old.slug(), content)));
    }

    /** A funnel with products of its own, as a draft and as readers meet it from now on. */
    public void change(TestWorkspace workspace, FunnelId id, UnaryOperator<FunnelContent> change) {
        WorkspaceScope.run(
                workspace.id(),
                () -> transaction.executeWithoutResult(status -> {
                    var funnel = funnels.findById(id).orElseThrow();
                    funnel.change(change);
                    var old =
                            revisions.findById(funnel.revision()).orElseThrow().content();
                    var changed = new PublishedContent(
                            funnel.draft(), old.products(), old.book(), old.author(), old.locale());
                    funnel.open(revisions.save(
                            new Revision(id, revisions.nextNumber(id), changed, NOW, "ann@example.com")));
                    funnels.save(funnel);
                }));
    }

    public void withdraw(TestWorkspace workspace, PublishedRevision revision) {
        WorkspaceScope.run(
                workspace.id(),
                () -> transaction.executeWithoutResult(status -> {
                    var funnel = funnels.findById(revision.funnel()).orElseThrow();
                    funnel.withdraw(NOW);
                    funnels.save(funnel);
                }));
    }

    private PublishedRevision open(TestWorkspace workspace, FunnelId id, String slug, FunnelContent content) {
        var funnel = funnels.findById(id)
                .orElseGet(() -> funnels.save(new Funnel(id, "Funnel " + slug, new Slug(slug), content, NOW)));
        var frozen = frozen(workspace, content);
        var revision = revisions.save(new Revision(id, revisions.nextNumber(id), frozen, NOW, "ann@example.com"));
        funnel.open(revision);
        funnels.save(funnel);
        return new PublishedRevision(workspace.id(), id, revision.getId(), slug, "Funnel " + slug, frozen);
    }

    private PublishedContent frozen(TestWorkspace workspace, FunnelContent content) {
        var products = NAMES.entrySet().stream()
                .map(named -> new ProductSnapshot(
                        named.getKey(),
                        named.getValue(),
                        ProductType.WORKBOOK,
                        "",
                        null,
                        Money.of(4700, "USD"),
                        Prices.NONE))
                .toList();
        var book = new BookSnapshot(
                content.book() == null ? BookId.next() : content.book(),
                "The Last Pages",
                "",
                "Ann Author",
                "What the back matter can do.",
                null,
                "9780306406157");
        return new PublishedContent(
                content, products, book, workspaces.get(workspace.id()).name(), Locale.US);
    }

    /** Free gift, tripwire with a bump, upsell with down-sell, cross-sell; a re-pitch from the mails. */
    public static FunnelContent freeGift() {
        var whole = FunnelContents.freeGift();
        var crossSell = new CrossSell(
                UUID.randomUUID(), FunnelContents.page("More lessons"), EXTRA, Money.of(1200, "USD"), null, null, null);
        return new FunnelContent(
                whole.theme(),
                whole.book(),
                null,
                null,
                Stream.concat(whole.steps().stream().map(step -> ledTo(step, crossSell.id())), Stream.of(crossSell))
                        .toList());
    }

    private static Step ledTo(Step step, UUID crossSell) {
        return switch (step) {
            case Upsell s -> new Upsell(s.id(), s.page(), s.product(), s.price(), s.normalPrice(), crossSell, s.onNo());
            case DownSell s ->
                new DownSell(s.id(), s.page(), s.product(), s.price(), s.normalPrice(), crossSell, crossSell);
            default -> step;
        };
    }

    /** A tree that no author can publish: its last step leads to its first. */
    public static FunnelContent circle() {
        var whole = tripwireFirst();
        var first = whole.entry().id();
        return whole.withSteps(
                whole.steps().stream().map(step -> ledTo(step, first)).toList());
    }

    /** The same without a re-pitch: letters lead back to the tripwire. */
    public static FunnelContent withoutRePitch() {
        var whole = freeGift();
        return whole.withSteps(whole.steps().stream()
                .filter(step -> !(step instanceof RePitch))
                .toList());
    }

    /** Starts with the tripwire. */
    public static FunnelContent tripwireFirst() {
        var whole = freeGift();
        return whole.withSteps(whole.steps().stream()
                .filter(step -> !(step instanceof OptIn) && !(step instanceof RePitch))
                .toList());
    }

    public static FunnelContent themed(FunnelContent content, Theme theme) {
        return content.with(theme);
    }

    public static <S extends Step> S step(PublishedRevision revision, Class<S> kind) {
        return revision.content().funnel().steps().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The same with every text that an author can type replaced. */
    public static FunnelContent worded(FunnelContent content, String text) {
        var page = new PageText(text, text, null, text, text);
        return content.withSteps(content.steps().stream()
                .map(step -> switch (step) {
                    case OptIn s -> new OptIn(s.id(), page, s.gift(), s.doubleOptIn(), text, s.onYes());
                    case Tripwire s ->
                        new Tripwire(
                                s.id(),
                                page,
                                s.product(),
                                s.price(),
                                s.normalPrice(),
                                s.bump() == null
                                        ? null
                                        : new OrderBump(
                                                s.bump().id(),
                                                s.bump().product(),
                                                s.bump().price(),
                                                text),
                                s.onYes(),
                                s.onNo());
                    case Upsell s ->
                        new Upsell(s.id(), page, s.product(), s.price(), s.normalPrice(), s.onYes(), s.onNo());
                    default -> step;
                })
                .collect(Collectors.toList()));
    }

    /** The same with follow-up letters, made in the workspace. */
    public static FunnelContent followedUp(FunnelContent content, SequenceId buyers, SequenceId nonBuyers) {
        return new FunnelContent(content.theme(), content.book(), buyers, nonBuyers, content.steps());
    }

    /** Tripwire at 17, its bump at 6 and upsell at 89 euros; the rest has no price in them. */
    public static FunnelContent inEuros(FunnelContent content) {
        return content.withSteps(content.steps().stream()
                .map(step -> switch (step) {
                    case Tripwire s -> elsewhere(s, bumpIn(s, "EUR", 600), Prices.of(Money.of(1700, "EUR")));
                    case Upsell s -> elsewhere(s, null, Prices.of(Money.of(8900, "EUR")));
                    default -> step;
                })
                .toList());
    }

    /** Readers choose what to give for the tripwire. */
    public static FunnelContent chosen(Prices least, FunnelContent content) {
        return content.withSteps(content.steps().stream()
                .map(step -> step instanceof Tripwire s
                        ? Steps.of(
                                s,
                                s.page(),
                                s.product(),
                                s.price(),
                                s.normalPrice(),
                                s.bump(),
                                s.onYes(),
                                s.onNo(),
                                new Terms(s.terms().prices(), s.terms().normal(), least))
                        : step)
                .toList());
    }

    /** The tripwire alone at so many minor units. */
    public static FunnelContent in(String currency, long price, FunnelContent content) {
        return content.withSteps(content.steps().stream()
                .map(step -> step instanceof Tripwire s
                        ? elsewhere(s, s.bump(), Prices.of(Money.of(price, currency)))
                        : step)
                .toList());
    }

    private static Step elsewhere(Offer step, @Nullable OrderBump bump, Prices prices) {
        return Steps.of(
                step,
                step.page(),
                step.product(),
                step.price(),
                step.normalPrice(),
                bump,
                step.onYes(),
                step.onNo(),
                new Terms(prices, Prices.NONE));
    }

    private static OrderBump bumpIn(Tripwire step, String currency, long price) {
        var bump = step.bump();
        return new OrderBump(
                bump.id(), bump.product(), bump.price(), bump.text(), Prices.of(Money.of(price, currency)));
    }

    public static FunnelContent singleOptIn(FunnelContent content) {
        return content.withSteps(content.steps().stream()
                .map(step -> step instanceof OptIn s
                        ? new OptIn(s.id(), s.page(), s.gift(), false, s.consent(), s.onYes())
                        : step)
                .collect(Collectors.toList()));
    }
}
