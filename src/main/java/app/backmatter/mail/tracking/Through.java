package app.backmatter.mail.tracking;

import app.backmatter.links.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What fetched a picture of a mail. */
enum Through {
    PERSON,
    /** A mail provider that fetches pictures for its readers, whether they look or not. */
    PROXY,
    SCANNER;

    /** Gmail and Yahoo say who they are; Apple's privacy protection gives a browser's name without the browser. */
    private static final Pattern PROXIES =
            Pattern.compile("(?i).*(googleimageproxy|yahoomailproxy|ggpht\\.com).*|mozilla/5\\.0");

    static Through of(HttpServletRequest request, Visitors visitors) {
        var browser = request.getHeader("User-Agent");
        if (browser != null
                && browser.length() < 512
                && PROXIES.matcher(browser.strip()).matches()) {
            return PROXY;
        }
        return visitors.of(request).bot() ? SCANNER : PERSON;
    }
}
