package app.backmatter.orders.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.WebhookEndpointCollection;
import com.stripe.model.checkout.SessionCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Stripe says about one account, in the words of its owner. */
final class KeyCheck {
    private final StripeApi stripe;
    private final StripeAccount account;

    KeyCheck(StripeApi stripe, StripeAccount account) {
        this.stripe = stripe;
        this.account = account;
    }

    /** @param webhookAddress where Stripe is to call us */
    List<Finding> findings(String webhookAddress) {
        var found = new ArrayList<Finding>();
        try {
            found.add(ofAccount());
            found.add(ofWebhook(webhookAddress));
        } catch (StripeException e) {
            found.add(trouble(e));
        }
        return found;
    }

    /** Why the key can't be used at all; an account that may not take money yet is none of its faults. */
    Optional<Finding> trouble() {
        try {
            ofAccount();
            return Optional.empty();
        } catch (StripeException e) {
            return Optional.of(trouble(e));
        }
    }

    /** A restricted key may be kept from looking at the account, and still take money. */
    private Finding ofAccount() throws StripeException {
        try {
            Account told = stripe.get(account, "/v1/account", Map.of(), Account.class);
            return Boolean.TRUE.equals(told.getChargesEnabled()) || account.isTest()
                    ? Finding.good(account.isTest() ? "test" : "live", name(told))
                    : Finding.bad("charges", name(told));
        } catch (PermissionException e) {
            stripe.<SessionCollection>get(
                    account, "/v1/checkout/sessions", Map.of("limit", 1), SessionCollection.class);
            return Finding.good("restricted");
        }
    }

    private Finding ofWebhook(String address) throws StripeException {
        if (account.webhookSecret().isEmpty()) {
            return Finding.bad("webhook-secret");
        }
        try {
            return endpoint(address).map(KeyCheck::ofEndpoint).orElseGet(() -> Finding.bad("webhook-missing"));
        } catch (PermissionException e) {
            return Finding.good("webhook-unseen");
        }
    }

    private Optional<WebhookEndpoint> endpoint(String address) throws StripeException {
        WebhookEndpointCollection known =
                stripe.get(account, "/v1/webhook_endpoints", Map.of("limit", 100), WebhookEndpointCollection.class);
        return known.getData().stream()
                .filter(endpoint -> address.equals(endpoint.getUrl()))
                .findFirst();
    }

    private static Finding ofEndpoint(WebhookEndpoint endpoint) {
        if (!"enabled".equals(endpoint.getStatus())) {
            return Finding.bad("webhook-off");
        }
        var told = endpoint.getEnabledEvents();
        var missing = StripeEventKind.TO_TICK.stream()
                .filter(kind -> !told.contains(kind) && !told.contains("*"))
                .toList();
        return missing.isEmpty() ? Finding.good("webhook") : Finding.bad("webhook-events", String.join(", ", missing));
    }

    private static Finding trouble(StripeException e) {
        return switch (e) {
            case PermissionException _ -> Finding.bad("permission");
            case AuthenticationException _ -> Finding.bad("key");
            default -> StripeApi.isPassing(e) ? Finding.bad("silent") : Finding.bad("refused", said(e));
        };
    }

    private static String said(StripeException e) {
        return e.getStripeError() == null || e.getStripeError().getMessage() == null
                ? "?"
                : e.getStripeError().getMessage();
    }

    private static String name(Account told) {
        var settings = told.getSettings();
        var name = settings == null || settings.getDashboard() == null
                ? null
                : settings.getDashboard().getDisplayName();
        return name == null || name.isBlank() ? told.getId() : name;
    }
}
