package app.backmatter.orders.web;

import app.backmatter.orders.payment.stripe.ConnectedAccount;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.orders.payment.stripe.StripeHosts;
import app.backmatter.orders.payment.stripe.StripeKeys;
import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Keys of a Stripe account, as they were pasted. Those that are saved are not shown again: their fields are empty, and
 * left empty they stay.
 *
 * @param apiBase empty for the usual address
 */
record StripeForm(
        @Nullable String secretKey,
        @Nullable String webhookSecret,
        @Nullable String apiBase) {
    static StripeForm of(StripeAccounts accounts) {
        return new StripeForm("", "", presentBase(accounts));
    }

    void check(@Nullable ConnectedAccount present, StripeHosts hosts, Errors errors) {
        checkSecret(present, errors);
        if (!webhook().isEmpty() && !StripeKeys.isWebhookSecret(webhook())) {
            errors.rejectValue("webhookSecret", "orders.error.stripe.webhook");
        }
        if (!base().isEmpty() && !hosts.have(base())) {
            errors.rejectValue("apiBase", "orders.error.stripe.address");
        }
    }

    String secret() {
        return Typed.line(secretKey);
    }

    String webhook() {
        return Typed.line(webhookSecret);
    }

    /** Where the form does not ask for it, the address stays as it is. */
    String base(StripeAccounts accounts) {
        return base().isEmpty() ? presentBase(accounts) : base();
    }

    @Override
    public String toString() {
        return "StripeForm";
    }

    private static String presentBase(StripeAccounts accounts) {
        return accounts.connected().map(ConnectedAccount::apiBase).orElseGet(accounts::usualApiBase);
    }

    /** Without a slash at its end. */
    private String base() {
        return Typed.line(apiBase).replaceAll("/+$", "");
    }

    private void checkSecret(@Nullable ConnectedAccount present, Errors errors) {
        if (secret().isEmpty()) {
            if (present == null || !present.readable()) {
                errors.rejectValue("secretKey", "orders.error.stripe.missing");
            } else if (!base().isEmpty() && !present.apiBase().equals(base())) {
                // a key that was given to one address is not sent to another
                errors.rejectValue("secretKey", "orders.error.stripe.again");
            }
        } else if (StripeKeys.isPublishable(secret())) {
            errors.rejectValue("secretKey", "orders.error.stripe.publishable");
        } else if (!StripeKeys.isSecret(secret())) {
            errors.rejectValue("secretKey", "orders.error.stripe.secret");
        }
    }
}
