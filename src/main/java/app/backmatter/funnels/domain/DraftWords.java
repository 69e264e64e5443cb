package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.mail.NewSequence.Mail;
import app.backmatter.mail.SequencePurpose;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Ready texts for a new funnel's pages and letters, from the message bundle, with the names of book and product put in.
 * Fields for the reader, such as {@code {first_name}}, stay.
 */
@Component
class DraftWords {
    private static final Pattern FIELD = Pattern.compile("\\{(product|gift|book|author)}");
    private static final int LONGEST_LINE = 200;
    private final MessageSource messages;

    DraftWords(MessageSource messages) {
        this.messages = messages;
    }

    PageText page(FunnelTemplate template, FunnelPart part, Map<String, String> names) {
        return new PageText(
                line(words(template, part, "headline", names)),
                words(template, part, "text", names),
                null,
                words(template, part, "button", names),
                part == FunnelPart.OPT_IN ? "" : words(template, part, "no", names));
    }

    String consent() {
        return message("funnels.draft.consent", Map.of());
    }

    String bump(Map<String, String> names) {
        return message("funnels.draft.order-bump.text", names);
    }

    String sequenceName(SequencePurpose purpose, String funnel) {
        return funnel + message("funnels.letters." + key(purpose) + ".name", Map.of());
    }

    List<Mail> mails(SequencePurpose purpose, Map<String, String> written) {
        var names = withoutFields(written);
        int count = Integer.parseInt(message("funnels.letters." + key(purpose) + ".count", Map.of()));
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> mail("funnels.letters." + key(purpose) + "." + number, names))
                .toList();
    }

    private Mail mail(String key, Map<String, String> names) {
        return new Mail(
                Integer.parseInt(message(key + ".wait", names)),
                line(message(key + ".subject", names)),
                message(key + ".text", names),
                message(key + ".button", names));
    }

    private String words(FunnelTemplate template, FunnelPart part, String field, Map<String, String> names) {
        var common = "funnels.draft." + part.key() + "." + field;
        var own = messages.getMessage(
                "funnels.draft." + template.key() + "." + part.key() + "." + field, null, "", Locale.ENGLISH);
        return own == null || own.isEmpty() ? message(common, names) : fill(own, names);
    }

    private String message(String key, Map<String, String> names) {
        return fill(messages.getMessage(key, null, Locale.ENGLISH), names);
    }

    private String fill(String text, Map<String, String> names) {
        return FIELD.matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(names.getOrDefault(
                        field.group(1),
                        messages.getMessage("funnels.draft.unnamed." + field.group(1), null, Locale.ENGLISH))));
    }

    /** A headline and a subject hold less than a long name and its sentence. */
    private static String line(String text) {
        int end = LONGEST_LINE - 1;
        return text.length() <= LONGEST_LINE
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Braces in a product's name must not read as a field for the reader. */
    private static Map<String, String> withoutFields(Map<String, String> names) {
        var plain = new HashMap<String, String>();
        names.forEach((field, name) -> plain.put(field, name.replace('{', '(').replace('}', ')')));
        return plain;
    }

    private static String key(SequencePurpose purpose) {
        return purpose == SequencePurpose.BUYERS ? "buyers" : "non-buyers";
    }
}
