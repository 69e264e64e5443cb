package app.backmatter.catalog.web;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.pages.Typed;
import java.time.Duration;
import java.util.List;
import org.springframework.validation.Errors;

/**
 * How a product's files are handed out, as an author types it.
 *
 * @param most a number; empty for any
 * @param hours how long a link is good, one of {@link #HOURS}
 */
record DeliveryForm(String most, String hours) {
    static final List<Integer> HOURS = List.of(1, 24, 72, 168, 720);
    private static final int MOST = 1000;

    DeliveryForm {
        most = Typed.line(most);
        hours = Typed.line(hours);
    }

    static DeliveryForm of(DeliveryTerms terms) {
        return new DeliveryForm(
                terms.most() == null ? "" : terms.most().toString(),
                String.valueOf(terms.linkLasts().toHours()));
    }

    void check(Errors errors) {
        if (!most.isEmpty() && (!most.matches("[0-9]{1,4}") || number(most) < 1 || number(most) > MOST)) {
            errors.rejectValue("most", "catalog.error.most-downloads");
        }
        if (HOURS.stream().noneMatch(each -> each.toString().equals(hours))) {
            errors.rejectValue("hours", "layout.form.unreadable");
        }
    }

    /** Of a form without errors. */
    DeliveryTerms toTerms() {
        return new DeliveryTerms(most.isEmpty() ? null : number(most), Duration.ofHours(number(hours)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
