package app.backmatter.mail;

import java.util.List;
import java.util.Map;

/**
 * Writes the letters of one name in words. The module that queues a letter provides its template as a bean; it runs with
 * the letter's workspace in scope, in the sender's thread, just before the letter leaves or is looked at.
 */
public interface LetterTemplate extends LetterRules {
    Written write(Map<String, String> fields);

    /** What goes with it; most letters have nothing. */
    default List<Enclosure> enclosures(Map<String, String> fields) {
        return List.of();
    }

    /**
     * A letter in words; the mail module puts it into the layout, adds the plain-text part, sender and footer.
     *
     * @param subject one line
     * @param markdown the body
     * @param buttonLabel what the one button says; empty for none
     * @param buttonUrl where it leads, whole address
     */
    record Written(String subject, String markdown, String buttonLabel, String buttonUrl) {}
}
