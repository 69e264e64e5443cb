package app.backmatter.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or as the system, for this browser; then back to the page. */
@Controller
@RequestMapping("/theme")
class ThemeController {
    private final ThemeCookie cookie;

    ThemeController(ThemeCookie cookie) {
        this.cookie = cookie;
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "system") String theme,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/") String from,
            HttpServletResponse response) {
        cookie.write(response, theme);
        return "redirect:" + pathOf(from);
    }

    /** Only ever a path within, whatever the header says. */
    private static String pathOf(String address) {
        try {
            var path = URI.create(address).getRawPath();
            return path != null && path.matches("/w/[a-z0-9-]+(/[A-Za-z0-9-]+)*") ? path : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
