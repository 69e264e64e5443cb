package app.backmatter.mail.content;

import java.util.List;

/**
 * What keeps a mail from leaving.
 *
 * @param field where it is: subject, preheader, blocks[2].link; empty for the mail as a whole
 * @param message key of the text that tells it
 * @param arguments of that text
 */
public record Problem(String field, String message, List<String> arguments) {
    public static Problem at(String field, String message, String... arguments) {
        return new Problem(field, message, List.of(arguments));
    }
}
