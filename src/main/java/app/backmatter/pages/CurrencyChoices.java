package app.backmatter.pages;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies that prices can be in. Those with three decimals are not among them, for cards are charged in tens of their
 * smallest unit.
 */
public final class CurrencyChoices {
    /** Their names, such as {@code Euro (EUR)}, by their three letters, in the order of the names. */
    public static final Map<String, String> NAMED = named(Stream.of(
            "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "JPY", "BRL",
            "MXN", "INR", "ZAR", "SGD", "HKD"));

    private CurrencyChoices() {}

    private static Map<String, String> named(Stream<String> codes) {
        var byName = codes.collect(
                Collectors.toMap(CurrencyChoices::name, Function.identity(), (one, _) -> one, TreeMap::new));
        var named = new LinkedHashMap<String, String>();
        byName.forEach((name, code) -> named.put(code, name));
        return Collections.unmodifiableMap(named);
    }

    private static String name(String code) {
        return Currency.getInstance(code).getDisplayName(Locale.ENGLISH) + " (" + code + ")";
    }
}
