package app.backmatter.accounts.domain;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A workspace to open.
 *
 * @param name of the author or the imprint, at most 120 characters
 * @param senderAddress where readers' answers go until the settings say otherwise
 * @param withExample whether it starts with the example book and funnels
 */
public record NewWorkspace(
        String name, Currency currency, ZoneId timeZone, String senderAddress, boolean withExample) {}
