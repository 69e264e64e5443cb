package app.backmatter.accounts.domain;

import app.backmatter.shared.EmailAddress;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What an owner can change of a workspace.
 *
 * @param name that readers see, at most 120 characters, one line
 * @param senderName stands before the address in mails, at most 120 characters, one line
 * @param senderAddress where readers' answers go
 * @param postalAddress under each marketing mail, at most 500 characters; may be empty
 */
public record WorkspaceSettings(
        String name,
        String senderName,
        EmailAddress senderAddress,
        String postalAddress,
        Currency currency,
        ZoneId timeZone,
        Locale locale) {}
