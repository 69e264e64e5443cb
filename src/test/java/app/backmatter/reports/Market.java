package app.backmatter.reports;

import static app.backmatter.support.OrderFixtures.card;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.Tax;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.FunnelFixtures.Published;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.RefundFixtures.Form;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Readers who buy this and that, and an author who gives this and that back, by the dice. */
final class Market {
    private static final int READERS = 24;
    private static final int REFUNDS = 30;
    /** One pays and is refunded at once; the others answer late, never, or no. */
    private static final List<String> CARDS = List.of(
            OrderFixtures.PAYS,
            OrderFixtures.PAYS,
            OrderFixtures.PAYS,
            "4000000000009987",
            "4000000000007726",
            "4000000000005126",
            "4000000000003006");

    private static final List<String> CURRENCIES = List.of("USD", "USD", "EUR", "JPY");

    private final Random dice;
    private final TestWorkspace workspace;
    private final Published funnel;
    private final Checkout checkout;
    private final OrderFixtures orders;
    private final RefundFixtures refunds;
    private final CurrencyFixtures currencies;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final UUID bump = Ids.next();
    private final List<Source> sources;
    private String currency = "USD";

    Market(
            long seed,
            TestWorkspace workspace,
            Published funnel,
            Checkout checkout,
            OrderFixtures orders,
            RefundFixtures refunds,
            CurrencyFixtures currencies,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.dice = new Random(seed);
        this.workspace = workspace;
        this.funnel = funnel;
        this.checkout = checkout;
        this.orders = orders;
        this.refunds = refunds;
        this.currencies = currencies;
        this.events = events;
        this.transaction = transaction;
        this.sources = List.of(Source.place(funnel.place().id().value()), Source.campaign("spring"), Source.DIRECT);
    }

    /** How the author's pages begin the name of a source. */
    static String named(String key) {
        return switch (key.split(":")[0]) {
            case "PLACE" -> "Back matter";
            case "CAMPAIGN" -> "Campaign spring";
            default -> "Direct";
        };
    }

    void trade() {
        var open = new ArrayList<OrderId>();
        currencies.set(workspace.id(), Map.of("EUR", "1.0837", "JPY", "0.00653"));
        for (int reader = 0; reader < READERS; reader++) {
            if (reader == READERS / 2) {
                currencies.set(workspace.id(), Map.of("EUR", "1.1291", "JPY", "0.00701"));
            }
            currency = CURRENCIES.get(reader % CURRENCIES.size());
            open.add(buy(sources.get(reader % sources.size())));
            if (dice.nextBoolean()) {
                giveBack(one(open));
            }
        }
        for (int refund = 0; refund < REFUNDS; refund++) {
            giveBack(one(open));
        }
    }

    private OrderId buy(Source source) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var passage = PassageId.next();
            var contact = orders.buyer();
            signUp(passage, contact, source);
            var order = checkout.pay(first(passage, contact, source)).order();
            if (dice.nextInt(3) > 0) {
                accept(order, line(FunnelPart.UPSELL, OfferKind.UPSELL, 9700));
            } else if (dice.nextBoolean()) {
                accept(order, line(FunnelPart.DOWN_SELL, OfferKind.DOWN_SELL, 3700));
            }
            if (dice.nextInt(3) == 0) {
                accept(order, line(FunnelPart.CROSS_SELL, OfferKind.CROSS_SELL, 900));
            }
            return order;
        });
    }

    private void signUp(PassageId passage, ContactId contact, Source source) {
        var signedUp = new ReaderSignedUp(
                workspace.id(),
                funnel.id(),
                funnel.revision(),
                funnel.step(FunnelPart.OPT_IN),
                UUID.randomUUID(),
                passage,
                contact,
                source,
                false,
                Instant.now());
        transaction.executeWithoutResult(status -> events.publishEvent(new ReaderSignedUp.Batch(List.of(signedUp))));
    }

    private CheckoutRequest first(PassageId passage, ContactId contact, Source source) {
        var tripwire = line(FunnelPart.TRIPWIRE, OfferKind.TRIPWIRE, 1900);
        var bumpLine = taxed(new LineItem(
                product(FunnelPart.ORDER_BUMP), "Audio", OfferKind.ORDER_BUMP, bump, Money.of(700, currency)));
        return new CheckoutRequest(
                UUID.randomUUID(),
                funnel.id().value(),
                passage.value(),
                contact,
                new EmailAddress("reader-" + contact + "@example.org"),
                "Mary Shelley",
                BuyerAddress.UNKNOWN,
                dice.nextBoolean() ? List.of(tripwire, bumpLine) : List.of(tripwire),
                null,
                card(one(CARDS)),
                source,
                "/r/passage/checkout");
    }

    private void accept(OrderId order, LineItem line) {
        var outcome = checkout.accept(new OfferRequest(UUID.randomUUID(), order, line, "/r/x/offer"));
        if (!(outcome instanceof PaymentOutcome.Paid)) {
            throw new AssertionError(outcome);
        }
    }

    private LineItem line(FunnelPart part, OfferKind kind, long cents) {
        return taxed(new LineItem(product(part), part.key(), kind, funnel.step(part), Money.of(cents, currency)));
    }

    /** With a coupon now and then, and with a tax in the price, on top of it, or none. */
    private LineItem taxed(LineItem line) {
        var discount = dice.nextInt(4) == 0 ? Money.of(dice.nextInt(500), currency) : Money.of(0, currency);
        long reduced = line.price().minus(discount).minorUnits();
        boolean included = dice.nextBoolean();
        long tax = dice.nextInt(3) == 0 ? 0 : included ? reduced * 19 / 119 : reduced * 19 / 100;
        return new LineItem(
                line.product(),
                line.name(),
                line.kind(),
                line.step(),
                line.price(),
                discount,
                tax == 0 ? Tax.none(line.price().currency()) : new Tax(Money.of(tax, currency), included, 1900, "VAT"));
    }

    private ProductId product(FunnelPart part) {
        return funnel.products().get(part);
    }

    private void giveBack(OrderId order) {
        switch (dice.nextInt(5)) {
            case 0 -> form(order).send();
            case 1 -> form(order).takingFilesBack().send();
            case 2 -> part(order).send();
            case 3 -> {
                var twice = part(order);
                twice.send();
                twice.send();
            }
            default -> atOnce(part(order), form(order));
        }
    }

    private static void atOnce(Form... forms) {
        CompletableFuture.allOf(Stream.of(forms, forms)
                        .flatMap(Stream::of)
                        .map(form -> CompletableFuture.runAsync(form::send))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Some cents, if the order is in cents, of the first of those lines of which something is left. */
    private Form part(OrderId order) {
        var form = form(order);
        for (int line = 0; line < form.lines(); line++) {
            form = form.with(line, line == 0 ? "0." + (10 + dice.nextInt(90)) : dice.nextBoolean() ? "" : "3");
        }
        return form;
    }

    private Form form(OrderId order) {
        return refunds.form(workspace, order);
    }

    private <T> T one(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }
}
