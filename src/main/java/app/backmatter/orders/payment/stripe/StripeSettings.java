package app.backmatter.orders.payment.stripe;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the environment says about Stripe.
 *
 * @param secretKey of the installation, for workspaces without keys of their own; empty when there is none
 * @param webhookSecret of the installation; empty when there is none
 * @param timeout for one answer; a request is tried three times at most, which must take less than two minutes
 * @param taxTimeout for the answer to what the tax is, which a reader's page waits for
 * @param pause before a request is tried again, which grows with each try
 * @param allowOtherAddresses whether owners may name addresses that are not Stripe's own, such as one that plays Stripe
 */
@ConfigurationProperties("backmatter.stripe")
record StripeSettings(
        @DefaultValue("") String secretKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue(StripeSettings.API) URI apiBase,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("4s") Duration taxTimeout,
        @DefaultValue("200ms") Duration pause,
        boolean allowOtherAddresses) {
    static final String API = "https://api.stripe.com";

    @Override
    public String toString() {
        return "StripeSettings[" + apiBase + "]";
    }
}
