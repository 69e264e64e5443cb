package app.backmatter.mail.health;

import java.util.Arrays;
import java.util.List;

/** Mailbox providers whose readers have addresses at several domains. */
enum Provider {
    GMAIL("Gmail", "gmail.com", "googlemail.com"),
    OUTLOOK(
            "Outlook",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "outlook.de"),
    YAHOO("Yahoo", "yahoo.com", "ymail.com", "rocketmail.com", "aol.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de"),
    ICLOUD("iCloud", "icloud.com", "me.com", "mac.com"),
    GMX("GMX and Web.de", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de"),
    PROTON("Proton", "proton.me", "protonmail.com", "pm.me");

    private final String title;
    private final List<String> of;

    Provider(String title, String... of) {
        this.title = title;
        this.of = List.of(of);
    }

    static Object[] domains() {
        return Arrays.stream(values()).flatMap(each -> each.of.stream()).toArray();
    }

    /** Beside each of the domains. */
    static Object[] names() {
        return Arrays.stream(values())
                .flatMap(each -> each.of.stream().map(_ -> each.title))
                .toArray();
    }
}
