package app.backmatter.accounts;

import app.backmatter.shared.EmailAddress;

/**
 * An account needs a mail of the installation, not of a workspace: a password reset or an invitation.
 *
 * @param path the private page that the mail leads to, from the first slash
 * @param workspaceName where the invitation leads to; empty for a reset
 */
public record AccountMailRequested(Kind kind, EmailAddress to, String path, String workspaceName) {
    public enum Kind {
        PASSWORD_RESET,
        INVITATION
    }
}
