package app.backmatter.mail.web.sending;

import app.backmatter.mail.bounce.mailbox.MailboxAccess;
import app.backmatter.mail.bounce.mailbox.MailboxSecurity;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Where bounces come to, as it is typed.
 *
 * @param password never shown again; empty keeps the one that is known
 */
record MailboxForm(
        @Nullable String host,
        @Nullable String port,
        @Nullable String security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String folder,
        @Nullable String returnAddress) {
    static final MailboxForm EMPTY = new MailboxForm("", "993", MailboxSecurity.TLS.name(), "", "", "INBOX", "");

    static MailboxForm of(MailboxAccess access) {
        return new MailboxForm(
                access.host(),
                String.valueOf(access.port()),
                access.security().name(),
                access.username(),
                "",
                access.folder(),
                access.returnAddress());
    }

    void check(Errors errors) {
        if (!Typed.line(host).matches("[\\p{L}\\d.:-]{1,253}")) {
            errors.rejectValue("host", "mail.mailbox.error.host");
        }
        if (!Typed.line(port).matches("[1-9]\\d{0,4}") || Integer.parseInt(Typed.line(port)) > 65_535) {
            errors.rejectValue("port", "mail.mailbox.error.port");
        }
        if (!isSecurity()) {
            errors.rejectValue("security", "mail.mailbox.error.security");
        }
        checkLine("username", username, 254, errors);
        checkLine("folder", folder, 200, errors);
        var returned = Typed.line(returnAddress);
        if (!returned.isEmpty() && (returned.length() > 200 || !isPlain(returned))) {
            errors.rejectValue("returnAddress", "mail.mailbox.error.return");
        }
        if (password != null && password.length() > 500) {
            errors.rejectValue("password", "mail.mailbox.error.long");
        }
    }

    /** Room is left for a message's id in front of the @, which is at most the 64th character. */
    private static boolean isPlain(String address) {
        return address.indexOf('@') <= 30
                && address.chars().allMatch(character -> character < 128)
                && EmailAddress.parse(address).isPresent();
    }

    private static void checkLine(String field, @Nullable String typed, int most, Errors errors) {
        var line = Typed.line(typed);
        if (line.isEmpty() || line.length() > most) {
            errors.rejectValue(field, "mail.mailbox.error.missing");
        }
    }

    private boolean isSecurity() {
        for (var known : MailboxSecurity.values()) {
            if (known.name().equals(security)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Of a form without errors.
     *
     * @param known the password when none is typed
     */
    MailboxAccess access(String known) {
        return new MailboxAccess(
                Typed.line(host),
                Integer.parseInt(Typed.line(port)),
                MailboxSecurity.valueOf(Typed.line(security)),
                Typed.line(username),
                password == null || password.isEmpty() ? known : password,
                Typed.line(folder),
                EmailAddress.parse(Typed.line(returnAddress))
                        .map(EmailAddress::value)
                        .orElse(""));
    }
}
