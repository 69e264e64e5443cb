package app.backmatter.mail;

import app.backmatter.mail.content.Slots;
import app.backmatter.mail.content.Slots.Language;
import app.backmatter.mail.domain.Line;
import app.backmatter.pages.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an author may leave open in mails of one kind, a closed list. Each reader's own values are put in when a mail is
 * written; they stand for themselves and can't form Markdown or another field. Fields that end with {@code _link} are
 * addresses. {@code {first_name|friend}} says what stands there for a reader whose name is not known.
 */
public final class MergeFields {
    public static final String FIRST_NAME = "first_name";
    public static final String OFFER_LINK = "offer_link";
    public static final String LIBRARY_LINK = "library_link";
    public static final String GIFT_LINK = "gift_link";

    public static final MergeFields OF_SEQUENCES = new MergeFields(GIFT_LINK, OFFER_LINK, LIBRARY_LINK);
    public static final MergeFields OF_BROADCASTS = new MergeFields();

    private static final Pattern ANY = Pattern.compile("\\{\\s*([A-Za-z_]+)\\s*(?:\\|[^{}\\n]*)?}");
    private static final Pattern FALLBACK = Pattern.compile("\\{first_name\\|([^{}\\n]*)}");
    // a greeting without a name keeps its comma; a line that begins with the name begins with what follows it
    private static final Pattern NAME_AT_START = Pattern.compile("(?m)^\\{first_name}([,:]?[ \\t\\u00a0]*)(\\p{L})?");
    private static final Pattern NAME = Pattern.compile("([ \\u00a0]?)\\{first_name}");

    // an address that stands alone is a link to itself
    private static final Pattern BARE_LINK = Pattern.compile("(?<!\\]\\()(?<!<)\\{(\\w+_link)}");

    private final List<String> names;
    private final Pattern known;
    private final Pattern field;

    /** @param names beside the first name, which all mails know */
    public MergeFields(String... names) {
        this.names = Stream.concat(Stream.of(FIRST_NAME), Stream.of(names)).toList();
        var others = names.length == 0 ? "(?!)" : String.join("|", names);
        this.known = Pattern.compile("\\{(?:first_name(?:\\|[^{}\\n]*)?|" + others + ")}");
        this.field = Pattern.compile("\\{(" + others + ")}");
    }

    /** As an author types them. */
    public String names() {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    /** Whether it is nothing but a field that is an address. */
    public boolean isLink(String text) {
        return text.endsWith("_link}") && field.matcher(text).matches();
    }

    /** The first field that is not known, without its braces; empty when all are. */
    public String unknownIn(String text) {
        return ANY.matcher(text)
                .results()
                .filter(found -> !known.matcher(found.group()).matches())
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
        var written = new HashMap<String, String>();
        values.forEach((name, value) -> written.put(name, markdown(name, Line.of(value))));
        return Slots.of(open(text, Markdown::literal), Language.ANY).fill(written);
    }

    public String inLine(String text, Map<String, String> values) {
        return Slots.of(openInLine(text), Language.TEXT).fill(values);
    }

    /** The Markdown with a place of {@link Slots} for each field. */
    public String openInMarkdown(String text) {
        return open(BARE_LINK.matcher(text).replaceAll("[{$1}]({$1})"), Markdown::literal);
    }

    /** The line with a place of {@link Slots} for each field. */
    public String openInLine(String text) {
        return open(text, UnaryOperator.identity());
    }

    private String open(String text, UnaryOperator<String> literal) {
        var opened = Slots.without(text);
        opened = replace(FALLBACK, opened, found -> {
            var otherwise = literal.apply(found.group(1).strip());
            return otherwise.isEmpty() ? "{first_name}" : Slots.open(FIRST_NAME, "", "", otherwise);
        });
        opened = replace(NAME_AT_START, opened, MergeFields::nameAtStart);
        opened = replace(NAME, opened, found -> Slots.open(FIRST_NAME, found.group(1), "", ""));
        return replace(field, opened, found -> Slots.open(found.group(1)));
    }

    private static String nameAtStart(MatchResult found) {
        var letter = found.group(2) == null ? "" : found.group(2);
        return Slots.open(FIRST_NAME, "", found.group(1) + letter, letter.toUpperCase(Locale.ROOT));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }

    private static String markdown(String name, String value) {
        return name.endsWith("_link") && !value.isEmpty() ? "<" + value + ">" : Markdown.literal(value);
    }
}
