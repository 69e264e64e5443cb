package app.backmatter.audience.importing;

import app.backmatter.pages.Countries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their two letters or their English names. */
final class CountryCodes {
    private static final Map<String, String> NAMES = names();

    private CountryCodes() {}

    /** Empty for none that is known. */
    static String of(String text) {
        var letters = text.toUpperCase(Locale.ROOT);
        return Countries.isOne(letters) ? letters : NAMES.getOrDefault(letters, "");
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> names.put(Countries.name(code, Locale.ENGLISH).toUpperCase(Locale.ROOT), code));
        names.putAll(Map.of("USA", "US", "UK", "GB", "UNITED STATES OF AMERICA", "US", "GREAT BRITAIN", "GB"));
        return names;
    }
}
