package app.backmatter.mail.domain;

import app.backmatter.mail.NewSequence;
import app.backmatter.pages.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an author may leave open in a sequence's mails, a closed list. Each reader's own values are put in when a mail is
 * written; they stand for themselves and can't form Markdown or another field.
 */
public final class MergeFields {
    static final String FIRST_NAME = "first_name";
    static final String OFFER_LINK = "offer_link";
    static final String LIBRARY_LINK = "library_link";
    static final List<String> KNOWN = List.of(FIRST_NAME, "gift_link", OFFER_LINK, LIBRARY_LINK);

    private static final Pattern ANY = Pattern.compile("\\{\\s*([A-Za-z_]+)\\s*}");
    private static final Pattern FIELD = Pattern.compile("\\{(" + String.join("|", KNOWN) + ")}");
    // a greeting without a name keeps its comma; a line that begins with the name begins with what follows it
    private static final Pattern NAME_AT_START = Pattern.compile("(?m)^\\{first_name}[,:]?\\s*(\\p{L})?");
    private static final Pattern NAME = Pattern.compile("[ \\u00a0]?\\{first_name}");

    private MergeFields() {}

    /** The first field that is not known, without its braces; empty when all are. */
    public static String unknownIn(String text) {
        return ANY.matcher(text)
                .results()
                .filter(field -> !FIELD.matcher(field.group()).matches())
                .map(field -> field.group(1))
                .findFirst()
                .orElse("");
    }

    /** @throws IllegalArgumentException when subject or body hold an unknown field */
    static void requireKnown(NewSequence.Mail mail) {
        var unknown = unknownIn(mail.subject() + "\n" + mail.markdown());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown merge field " + unknown);
        }
    }

    static String inMarkdown(String text, Map<String, String> values) {
        return FIELD.matcher(named(text, values)).replaceAll(field -> quote(markdown(field, values)));
    }

    static String inLine(String text, Map<String, String> values) {
        return FIELD.matcher(named(text, values)).replaceAll(field -> quote(value(field, values)));
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

    private static String markdown(MatchResult field, Map<String, String> values) {
        var value = value(field, values);
        return field.group(1).equals(FIRST_NAME) || value.isEmpty() ? Markdown.literal(value) : "<" + value + ">";
    }

    private static String value(MatchResult field, Map<String, String> values) {
        return Line.of(values.getOrDefault(field.group(1), ""));
    }

    private static String quote(String value) {
        return Matcher.quoteReplacement(value);
    }
}
