package app.backmatter.audience.web;

import app.backmatter.audience.ContactStatus;
import app.backmatter.pages.Countries;
import app.backmatter.shared.Money;
import app.backmatter.shared.SourceKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;

/** How a rule's value is typed. */
enum Control {
    NONE,
    STATUS,
    TAG,
    PAGE,
    PLACE,
    CAMPAIGN,
    BY,
    COUNTRY,
    PRODUCT,
    BOOK,
    AMOUNT,
    NUMBER,
    DATE,
    DAYS;

    /** Whether that is such a value. */
    boolean takes(String value, Currency currency) {
        return switch (this) {
            case NONE -> true;
            case STATUS -> isOf(ContactStatus.values(), value);
            case BY -> isOf(SourceKind.values(), value);
            case TAG -> isText(value, 60);
            case CAMPAIGN -> isText(value, 100);
            case PAGE -> isText(value, 500);
            case PLACE, PRODUCT, BOOK -> isId(value);
            case COUNTRY -> Countries.isOne(value);
            case AMOUNT -> Money.parse(value, currency).isPresent();
            case NUMBER -> value.matches("[0-9]{1,6}");
            case DAYS -> value.matches("[1-9][0-9]{0,3}");
            case DATE -> isDay(value);
        };
    }

    /** Whether the value is one of few, known beforehand. */
    public boolean isChoice() {
        return switch (this) {
            case STATUS, TAG, PAGE, PLACE, BY, COUNTRY, PRODUCT, BOOK -> true;
            case NONE, CAMPAIGN, AMOUNT, NUMBER, DATE, DAYS -> false;
        };
    }

    /** The type of the field where it is no choice. */
    public String type() {
        return this == DATE ? "date" : "text";
    }

    private static boolean isText(String value, int most) {
        return !value.isEmpty() && value.length() <= most;
    }

    private static boolean isOf(Enum<?>[] known, String value) {
        return Arrays.stream(known).anyMatch(one -> one.name().equals(value));
    }

    private static boolean isId(String value) {
        try {
            return value.length() == 36 && UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDay(String value) {
        try {
            return value.matches("[12][0-9]{3}-.*") && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
