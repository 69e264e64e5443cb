package app.backmatter.accounts.web;

import app.backmatter.pages.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Light or dark, as the person chose for this browser; absent means as the system. */
@Component
class ThemeCookie {
    private static final String NAME = "theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final PublicAddress address;

    ThemeCookie(PublicAddress address) {
        this.address = address;
    }

    Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie).map(c -> c.getValue()).filter(THEMES::contains);
    }

    /** Any other theme than light and dark goes back to the system's. */
    void write(HttpServletResponse response, String theme) {
        var known = THEMES.contains(theme);
        var cookie = ResponseCookie.from(NAME, known ? theme : "")
                .maxAge(known ? Duration.ofDays(365) : Duration.ZERO)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(address.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
