package app.backmatter.mail.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A text with places left open for what is each reader's own, taken apart once and put together for each of them. In the
 * text a place stands between two characters of the private use area, which {@link #without} takes out of what people
 * type.
 */
public record Slots(List<Part> parts, Language language) {
    public static final String UNSUBSCRIBE = "unsubscribe";
    public static final String PREFERENCES = "preferences";
    public static final String PIXEL = "pixel";

    private static final String BEGIN = "\uE000";
    private static final String END = "\uE001";
    private static final String BETWEEN = "\uE002";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern RESERVED = Pattern.compile("[\uE000-\uE002]");
    static final String OPEN = "\uE000[^\uE001]+\uE001";
    private static final Pattern SLOT = Pattern.compile(
            "\uE000([^\uE000-\uE002]+)(?:\uE002([^\uE000-\uE002]*)\uE002([^\uE000-\uE002]*)\uE002([^\uE000-\uE002]*))?\uE001");

    /** How a value has to be written to stand for itself. */
    public enum Language {
        HTML(HtmlUtils::htmlEscape),
        /** A line of a plain text, or of a header. */
        TEXT(value -> Slots.BREAKS.matcher(value).replaceAll(" ")),
        /** Its values come as they have to stand. */
        ANY(UnaryOperator.identity());

        private final UnaryOperator<String> write;

        Language(UnaryOperator<String> write) {
            this.write = write;
        }

        public String write(String value) {
            return write.apply(value);
        }
    }

    public sealed interface Part {
        /** The same for all. */
        record Words(String text) implements Part {}

        /**
         * Filled for each; the texts around a value are written in the template's language.
         *
         * @param before stands before a value
         * @param after stands behind a value
         * @param otherwise stands for all three where there is no value
         */
        record Open(String name, String before, String after, String otherwise) implements Part {}
    }

    public Slots {
        parts = List.copyOf(parts);
    }

    public static Slots of(String template, Language language) {
        var parts = new ArrayList<Part>();
        int from = 0;
        var slot = SLOT.matcher(template);
        while (slot.find()) {
            if (slot.start() > from) {
                parts.add(new Part.Words(template.substring(from, slot.start())));
            }
            parts.add(new Part.Open(slot.group(1), group(slot.group(2)), group(slot.group(3)), group(slot.group(4))));
            from = slot.end();
        }
        if (from < template.length()) {
            parts.add(new Part.Words(template.substring(from)));
        }
        return new Slots(parts, language);
    }

    /** @param values a missing or empty one is no value */
    public String fill(Map<String, String> values) {
        var filled = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Words words -> filled.append(words.text());
                case Part.Open open -> {
                    var value = values.getOrDefault(open.name(), "");
                    if (value.isBlank()) {
                        filled.append(open.otherwise());
                    } else {
                        filled.append(open.before())
                                .append(language.write(value))
                                .append(open.after());
                    }
                }
            }
        }
        return filled.toString();
    }

    /** The name of the place for the link of that number, in {@link LaidOut#links()}. */
    public static String link(int number) {
        return "link:" + number;
    }

    /** A place as it stands in a template. */
    public static String open(String name) {
        return BEGIN + name + END;
    }

    /** See {@link Part.Open}. */
    public static String open(String name, String before, String after, String otherwise) {
        return BEGIN + name + BETWEEN + before + BETWEEN + after + BETWEEN + otherwise + END;
    }

    /** What somebody typed, without the characters that mark places. */
    public static String without(String typed) {
        return RESERVED.matcher(typed).replaceAll("");
    }

    private static String group(@Nullable String found) {
        return found == null ? "" : found;
    }
}
