package app.backmatter.orders;

import java.time.YearMonth;

/** A card that a processor can be asked to charge. Never stored, never logged: {@link #toString} shows the last four digits alone. */
public record Card(String number, YearMonth expiry, String cvc) {
    public Card {
        number = number.replaceAll("[\\s-]", "");
    }

    public String lastFour() {
        return number.substring(Math.max(0, number.length() - 4));
    }

    @Override
    public String toString() {
        return "Card[•••• " + lastFour() + "]";
    }
}
