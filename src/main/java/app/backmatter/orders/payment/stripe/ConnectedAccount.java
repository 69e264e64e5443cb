package app.backmatter.orders.payment.stripe;

/**
 * A Stripe account as its owner sees it.
 *
 * @param secretEnd the last four characters
 * @param webhookEnd the last four characters; empty when Stripe's calls can't be verified yet
 * @param readable whether its keys can still be opened
 * @param webhookAddress what Stripe is to call; whole
 */
public record ConnectedAccount(
        boolean test, String secretEnd, String webhookEnd, boolean readable, String apiBase, String webhookAddress) {}
