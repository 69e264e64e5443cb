package app.backmatter.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.WebUtils;

/** Light or dark, as the person chose for this browser; absent means as the system. */
final class ThemeCookie {
    private static final String NAME = "theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private ThemeCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie).map(c -> c.getValue()).filter(THEMES::contains);
    }
}
