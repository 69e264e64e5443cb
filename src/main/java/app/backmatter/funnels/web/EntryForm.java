package app.backmatter.funnels.web;

import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * The opt-in form as it was typed.
 *
 * @param errors message keys by field, {@code form} for all of it; empty when all is well
 */
record EntryForm(String email, String firstName, String timeZone, Map<String, String> errors) {
    static final EntryForm EMPTY = new EntryForm("", "", "", Map.of());
    private static final int LONGEST_NAME = 80;

    static EntryForm of(HttpServletRequest request) {
        var email = parameter(request, "email");
        var firstName = parameter(request, "firstName").strip();
        var errors = new HashMap<String, String>();
        if (EmailAddress.parse(email).isEmpty()) {
            errors.put("email", email.isBlank() ? "funnels.error.email.missing" : "funnels.error.email");
        }
        if (firstName.length() > LONGEST_NAME || firstName.chars().anyMatch(Character::isISOControl)) {
            errors.put("firstName", "funnels.error.first-name");
        }
        return new EntryForm(email, firstName, zone(parameter(request, "zone")), errors);
    }

    /** The same, refused as a whole. */
    EntryForm with(String problem) {
        return new EntryForm(email, firstName, timeZone, Map.of("form", problem));
    }

    /** The browser says it, not the reader: what is none is nobody's mistake. */
    private static String zone(String told) {
        return ZoneId.getAvailableZoneIds().contains(told) ? told : "";
    }

    static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
