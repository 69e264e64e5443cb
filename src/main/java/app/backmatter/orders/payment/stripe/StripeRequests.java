package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeRequest.Means.HostedPage;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What Stripe is asked for, in the names of its interface. Amounts are in minor units there as here. */
@Component
class StripeRequests {
    /** Under which Stripe keeps our name of a payment, and tells it with each event. */
    static final String PAYMENT = "backmatter_payment";

    static final String WORKSPACE = "backmatter_workspace";

    /** How long the page takes a card; Stripe allows from half an hour to a day. */
    private static final Duration OPEN = Duration.ofHours(1);

    private final PublicAddress address;

    StripeRequests(PublicAddress address) {
        this.address = address;
    }

    /** A page on which to pay, which keeps the card. */
    Map<String, Object> page(ChargeRequest request, HostedPage reader, Instant now) {
        var intent = new LinkedHashMap<String, Object>();
        intent.put("description", request.description());
        intent.put("metadata", names(request));
        intent.put("setup_future_usage", "off_session");
        intent.put("capture_method", capture(request));
        var page = new LinkedHashMap<String, Object>();
        page.put("mode", "payment");
        page.put("payment_method_types", List.of("card"));
        page.put("line_items", reader.lines().stream().map(StripeRequests::line).toList());
        page.put("customer_creation", "always");
        page.put("customer_email", reader.email().value());
        page.put("payment_intent_data", intent);
        page.put("metadata", names(request));
        page.put("success_url", back(request, "paid"));
        page.put("cancel_url", back(request, "left"));
        page.put("expires_at", now.plus(OPEN).getEpochSecond());
        return page;
    }

    /** A charge to a kept card, its owner not being asked. */
    Map<String, Object> oneClick(ChargeRequest request, KeptCard card) {
        var intent = new LinkedHashMap<String, Object>();
        intent.putAll(amount(request.amount()));
        intent.put("customer", card.customer());
        intent.put("payment_method", card.method());
        intent.put("payment_method_types", List.of("card"));
        intent.put("description", request.description());
        intent.put("metadata", names(request));
        intent.put("capture_method", capture(request));
        intent.put("confirm", true);
        intent.put("off_session", true);
        return intent;
    }

    /** The same charge once more, its owner being there. */
    Map<String, Object> confirmation(ChargeRequest request, KeptCard card) {
        return Map.of("payment_method", card.method(), "return_url", address.of(request.returnPath()));
    }

    private String back(ChargeRequest request, String how) {
        return UriComponentsBuilder.fromUriString(address.of(request.returnPath()))
                .queryParam("back", how)
                .toUriString();
    }

    private static Map<String, Object> line(LineItem line) {
        var price = new LinkedHashMap<String, Object>();
        price.put("currency", currency(line.charged()));
        price.put("unit_amount", line.charged().minorUnits());
        price.put("product_data", Map.of("name", line.name()));
        return new LinkedHashMap<>(Map.of("quantity", 1, "price_data", price));
    }

    private static Map<String, Object> amount(Money amount) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("amount", amount.minorUnits());
        asked.put("currency", currency(amount));
        return asked;
    }

    private static String currency(Money amount) {
        return amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> names(ChargeRequest request) {
        var names = new LinkedHashMap<String, Object>();
        names.put(PAYMENT, request.idempotencyKey());
        names.put(WORKSPACE, WorkspaceScope.current().toString());
        return names;
    }

    private static String capture(ChargeRequest request) {
        return request.release() ? "manual" : "automatic";
    }
}
