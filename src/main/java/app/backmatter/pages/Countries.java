package app.backmatter.pages;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The countries of the world by their two letters. */
public final class Countries {
    private static final Set<String> ALL = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static boolean isOne(String letters) {
        return ALL.contains(letters);
    }

    /** Their names in the order in which people of the locale look for them, after an empty choice. */
    public static Map<String, String> named(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", "");
        var order = Collator.getInstance(locale);
        ALL.stream()
                .sorted(Comparator.comparing(country -> name(country, locale), order::compare))
                .forEach(country -> names.put(country, name(country, locale)));
        return names;
    }

    /** Empty for none. */
    public static String name(String country, Locale locale) {
        return country.isEmpty() ? "" : Locale.of("", country).getDisplayCountry(locale);
    }
}
