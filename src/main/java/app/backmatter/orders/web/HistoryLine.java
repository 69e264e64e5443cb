package app.backmatter.orders.web;

import java.time.Instant;

/**
 * One thing that happened to an order, in the author's words.
 *
 * @param badge what happened, in a word
 * @param tone of the badge: good, bad or warn; empty for none
 * @param more empty for nothing more
 */
record HistoryLine(Instant at, String badge, String tone, String what, String more) {}
