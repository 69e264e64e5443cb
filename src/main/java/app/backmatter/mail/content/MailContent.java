package app.backmatter.mail.content;

import java.util.List;

/** What stands in a mail, from top to bottom. */
public record MailContent(List<Block> blocks) {
    public static final MailContent EMPTY = new MailContent(List.of());

    public MailContent {
        blocks = List.copyOf(blocks);
    }
}
