package app.backmatter.orders.payment.stripe;

import java.time.Instant;

/**
 * One of Stripe's events as we keep it.
 *
 * @param account as it stands in the address that Stripe called
 * @param body as Stripe sent it
 * @param tries how often it was acted on in vain
 */
record KeptEvent(String account, String id, String body, int tries, Instant receivedAt) {}
