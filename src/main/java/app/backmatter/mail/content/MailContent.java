package app.backmatter.mail.content;

import java.util.List;
import java.util.Objects;

/** What stands in a mail, from top to bottom. */
public record MailContent(List<Block> blocks) {
    public static final MailContent EMPTY = new MailContent(List.of());

    /** What was stored without any has none. */
    public MailContent {
        blocks = List.copyOf(Objects.requireNonNullElse(blocks, List.of()));
    }
}
