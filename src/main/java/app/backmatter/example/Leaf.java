package app.backmatter.example;

import app.backmatter.shared.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * One text of the example: a heading, lines such as {@code button: Send it to me}, an empty line, then Markdown. A number
 * in braces is a price in the workspace's currency.
 */
record Leaf(String heading, Map<String, String> keys, String body) {
    private static final String FOLDER = "example/";
    private static final Pattern PRICE = Pattern.compile("\\{(\\d+)}");

    /** @param path below the example's folder, without its ending */
    static Leaf read(String path, Currency currency, Locale locale) {
        var text = PRICE.matcher(text(path + ".md"))
                .replaceAll(price ->
                        Matcher.quoteReplacement(price(price.group(1), currency).format(locale)));
        var parts = text.split("\n\n", 2);
        var head = parts[0].split("\n");
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            var pair = head[i].split(": ", 2);
            keys.put(pair[0], pair[1]);
        }
        return new Leaf(head[0].substring(2), keys, parts[1].strip());
    }

    static Money price(String amount, Currency currency) {
        return Money.ofMajor(new BigDecimal(amount), currency);
    }

    static ClassPathResource file(String path) {
        return new ClassPathResource(FOLDER + path);
    }

    /** Empty when the leaf has no such line. */
    String key(String name) {
        return keys.getOrDefault(name, "");
    }

    private static String text(String path) {
        try {
            return file(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
