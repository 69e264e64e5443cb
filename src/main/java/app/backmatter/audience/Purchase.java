package app.backmatter.audience;

import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an order of a contact comes to now.
 *
 * @param products those that did not go back; an order without any counts no more
 * @param worth after taxes and what went back, in the workspace's own currency
 * @param country two letters of where the buyer lives; empty when not told
 * @param at when it was bought
 */
public record Purchase(ContactId contact, UUID order, Set<UUID> products, Money worth, String country, Instant at) {}
