package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node alone may work on until its lease ends.
 *
 * @param workspace absent for a mail of the installation
 * @param attempt counts the claims of this message
 */
record Claim(
        Pile pile,
        UUID id,
        @Nullable WorkspaceId workspace,
        @Nullable ContactId contact,
        EmailAddress to,
        String template,
        Map<String, String> fields,
        boolean marketing,
        int attempt) {}
