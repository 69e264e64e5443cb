package app.backmatter.mail;

import app.backmatter.mail.domain.Line;
import app.backmatter.pages.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an author may leave open in mails of one kind, a closed list. Each reader's own values are put in when a mail is
 * written; they stand for themselves and can't form Markdown or another field. Fields that end with {@code _link} are
 * addresses.
 */
public final class MergeFields {
    public static final String FIRST_NAME = "first_name";
    public static final String OFFER_LINK = "offer_link";
    public static final String LIBRARY_LINK = "library_link";

    public static final MergeFields OF_SEQUENCES = new MergeFields("gift_link", OFFER_LINK, LIBRARY_LINK);

    private static final Pattern ANY = Pattern.compile("\\{\\s*([A-Za-z_]+)\\s*}");
    // a greeting without a name keeps its comma; a line that begins with the name begins with what follows it
    private static final Pattern NAME_AT_START = Pattern.compile("(?m)^\\{first_name}[,:]?\\s*(\\p{L})?");
    private static final Pattern NAME = Pattern.compile("[ \\u00a0]?\\{first_name}");

    private final Pattern field;

    /** @param names beside the first name, which all mails know */
    public MergeFields(String... names) {
        var known = Stream.concat(Stream.of(FIRST_NAME), Stream.of(names)).toList();
        this.field = Pattern.compile("\\{(" + String.join("|", known) + ")}");
    }

    /** The first field that is not known, without its braces; empty when all are. */
    public String unknownIn(String text) {
        return ANY.matcher(text)
                .results()
                .filter(found -> !field.matcher(found.group()).matches())
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** @throws IllegalArgumentException when one of the texts holds an unknown field */
    public void requireKnown(List<String> texts) {
        var unknown = unknownIn(String.join("\n", texts));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown merge field " + unknown);
        }
    }

    public String inMarkdown(String text, Map<String, String> values) {
        return field.matcher(named(text, values)).replaceAll(found -> quote(markdown(found, values)));
    }

    public String inLine(String text, Map<String, String> values) {
        return field.matcher(named(text, values)).replaceAll(found -> quote(value(found, values)));
    }

    private static String named(String text, Map<String, String> values) {
        if (!values.getOrDefault(FIRST_NAME, "").isBlank()) {
            return text;
        }
        var started = NAME_AT_START.matcher(text).replaceAll(match -> quote(capital(match)));
        return NAME.matcher(started).replaceAll("");
    }

    private static String capital(MatchResult match) {
        return match.group(1) == null ? "" : match.group(1).toUpperCase(Locale.ROOT);
    }

    private static String markdown(MatchResult found, Map<String, String> values) {
        var value = value(found, values);
        return found.group(1).endsWith("_link") && !value.isEmpty() ? "<" + value + ">" : Markdown.literal(value);
    }

    private static String value(MatchResult found, Map<String, String> values) {
        return Line.of(values.getOrDefault(found.group(1), ""));
    }

    private static String quote(String value) {
        return Matcher.quoteReplacement(value);
    }
}
