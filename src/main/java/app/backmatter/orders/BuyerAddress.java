package app.backmatter.orders;

import app.backmatter.pages.Countries;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a buyer lives, as far as it was asked.
 *
 * @param country two letters; empty when it was not asked
 * @param postalCode as it was typed; empty when it was not asked, or the country needs none
 * @param lines street and place as they were typed; empty when they were not asked
 */
public record BuyerAddress(String country, String postalCode, String lines) {
    public static final BuyerAddress UNKNOWN = new BuyerAddress("", "", "");
    /** In characters. */
    public static final int LONGEST = 300;

    /** In characters. */
    public static final int LONGEST_POSTAL_CODE = 12;

    /** Where taxes differ from place to place. */
    private static final Set<String> TAXED_BY_PLACE = Set.of("CA", "US");

    /** The same in another country. */
    public BuyerAddress in(String other) {
        return new BuyerAddress(other, postalCode, lines);
    }

    /** Whether it says where taxes are due. */
    public boolean isPlaceOfTax() {
        return !country.isEmpty() && !lacksPostalCode();
    }

    /** Whether the country's taxes can't be told without one. */
    public boolean lacksPostalCode() {
        return TAXED_BY_PLACE.contains(country) && postalCode.isEmpty();
    }

    /** As it stands on a receipt, a line each. */
    public List<String> written(Locale locale) {
        return Stream.of(lines, postalCode, Countries.name(country, locale))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
