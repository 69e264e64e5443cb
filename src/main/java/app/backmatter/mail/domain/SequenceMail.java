package app.backmatter.mail.domain;

import app.backmatter.mail.SequencePurpose;
import app.backmatter.pages.Markdown;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One mail of a sequence.
 *
 * @param position from 0
 * @param purpose of its sequence; tells where the button leads
 * @param waiting how many readers will get this one next
 * @param written how many got it, or were passed over because they had left
 */
public record SequenceMail(
        UUID id,
        int position,
        SequencePurpose purpose,
        int waitDays,
        String subject,
        String markdown,
        String button,
        int waiting,
        int written) {
    private static final Pattern WHERE_LINKS_LEAD = Pattern.compile(" \\(\\{\\w+}\\)");

    /** The text without Markdown's marks and without the fields that its links lead to. */
    public String words() {
        return WHERE_LINKS_LEAD.matcher(Markdown.toText(markdown)).replaceAll("");
    }
}
