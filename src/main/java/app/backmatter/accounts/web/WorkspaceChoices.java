package app.backmatter.accounts.web;

import app.backmatter.pages.CurrencyChoices;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workspace can choose from, each as value and shown text. */
final class WorkspaceChoices {
    static final Map<String, String> CURRENCIES = CurrencyChoices.NAMED;

    static final Map<String, String> LOCALES = byLabel(
            Stream.of(
                    "en-US", "en-GB", "en-CA", "en-AU", "en-IE", "de-DE", "de-AT", "de-CH", "fr-FR", "es-ES", "es-MX",
                    "it-IT", "nl-NL", "pt-BR", "pt-PT", "sv-SE", "nb-NO", "da-DK", "fi-FI", "pl-PL", "cs-CZ", "ja-JP"),
            tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));

    static final Map<String, String> TIME_ZONES = byLabel(
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.equals("UTC")
                            || id.matches(
                                    "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")),
            id -> id.replace('_', ' '));

    private WorkspaceChoices() {}

    private static Map<String, String> byLabel(Stream<String> values, Function<String, String> label) {
        var byLabel = values.collect(Collectors.toMap(label, Function.identity(), (a, b) -> a, TreeMap::new));
        var result = new LinkedHashMap<String, String>();
        byLabel.forEach((text, value) -> result.put(value, text));
        return Collections.unmodifiableMap(result);
    }
}
