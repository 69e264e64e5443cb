package app.backmatter.orders;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A card as a reader typed it into three fields, whatever that was.
 *
 * @param expiry month and year, such as {@code 04/29} or {@code 4 / 2029}
 */
public record TypedCard(String number, String expiry, String cvc) {
    private static final Pattern EXPIRY = Pattern.compile("\\s*([0-9]{1,2})\\s*[/.\\- ]\\s*(?:20)?([0-9]{2})\\s*");
    private static final Pattern EXPIRY_WITHOUT_SIGN = Pattern.compile("\\s*([0-9]{2})([0-9]{2})\\s*");

    /** What is wrong with one field, in the order of the fields. */
    public enum Problem {
        NUMBER("number"),
        EXPIRY("expiry"),
        EXPIRED("expiry"),
        CVC("cvc");

        private final String field;

        Problem(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }

        public String messageKey() {
            return "orders.card." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty when the card can be charged as far as its digits tell. */
    public List<Problem> problems(YearMonth now) {
        var problems = new ArrayList<Problem>();
        if (!isCardNumber(digits())) {
            problems.add(Problem.NUMBER);
        }
        parseExpiry()
                .ifPresentOrElse(
                        month -> {
                            if (month.isBefore(now)) {
                                problems.add(Problem.EXPIRED);
                            }
                        },
                        () -> problems.add(Problem.EXPIRY));
        if (!cvc.strip().matches(isAmericanExpress() ? "[0-9]{4}" : "[0-9]{3}")) {
            problems.add(Problem.CVC);
        }
        return problems;
    }

    /** @throws IllegalStateException when it has problems */
    public Card toCard() {
        return new Card(
                digits(),
                parseExpiry().orElseThrow(() -> new IllegalStateException("The card has no expiry")),
                cvc.strip());
    }

    @Override
    public String toString() {
        return "TypedCard";
    }

    private String digits() {
        return number.replaceAll("[\\s-]", "");
    }

    private boolean isAmericanExpress() {
        return digits().matches("3[47].*");
    }

    private Optional<YearMonth> parseExpiry() {
        var match = EXPIRY.matcher(expiry);
        if (!match.matches()) {
            match = EXPIRY_WITHOUT_SIGN.matcher(expiry);
        }
        if (!match.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(match.group(1));
        int year = 2000 + Integer.parseInt(match.group(2));
        return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    private static boolean isCardNumber(String digits) {
        return digits.matches("[0-9]{12,19}") && luhn(digits) % 10 == 0;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
