package app.backmatter.funnels.web;

import app.backmatter.pages.Countries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Where a reader may live by the languages of the browser: something to begin with, never what counts. */
final class BrowserCountry {
    private BrowserCountry() {}

    /** Empty when the languages name no country. */
    static String of(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? ""
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getCountry)
                        .filter(Countries::isOne)
                        .findFirst()
                        .orElse("");
    }
}
