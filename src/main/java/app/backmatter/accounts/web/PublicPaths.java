package app.backmatter.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What readers and browsers fetch without an account: no filter of the security chain, no session, no cookie. */
final class PublicPaths implements RequestMatcher {
    private static final Set<String> FIRST_SEGMENTS = Set.of(
            "go",
            "c",
            "o",
            "p",
            "r",
            "confirm",
            "unsubscribe",
            "preferences",
            "library",
            "present",
            "download",
            "media",
            "sandbox",
            "webhooks",
            "css",
            "js",
            "icon.svg",
            "icons.svg",
            "favicon.ico",
            "robots.txt");

    @Override
    public boolean matches(HttpServletRequest request) {
        return FIRST_SEGMENTS.contains(firstSegment(request));
    }

    /** The path up to its second slash, as it was sent. */
    static String firstSegment(HttpServletRequest request) {
        var path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
