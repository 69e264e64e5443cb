package app.backmatter.accounts;

import app.backmatter.shared.WorkspaceId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A workspace as others see it.
 *
 * @param name of the author or the imprint, shown to readers
 * @param senderAddress where a reader's answer goes
 * @param postalAddress stands under each marketing mail; may be empty until the author fills it in
 */
public record WorkspaceView(
        WorkspaceId id,
        String slug,
        String name,
        Currency currency,
        ZoneId timeZone,
        Locale locale,
        String senderName,
        String senderAddress,
        String postalAddress) {}
