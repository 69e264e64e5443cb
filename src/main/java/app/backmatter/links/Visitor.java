package app.backmatter.links;

import java.util.UUID;

/**
 * Who stands behind a request, told without a cookie: a keyed hash of address and browser under a salt that changes
 * daily and is forgotten, so that the same reader counts once a day and can't be followed for longer.
 *
 * @param bot whether the browser names itself as a crawler, preview or scanner
 */
public record Visitor(UUID key, boolean bot) {}
