package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.mail.LetterTemplate.Written;
import app.backmatter.pages.Markdown;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the letters about a gift, from the bundle, with the gift's and the author's names in them. */
@Component
public class GiftWords {
    private final Revisions revisions;
    private final MessageSource messages;

    GiftWords(Revisions revisions, MessageSource messages) {
        this.revisions = revisions;
        this.messages = messages;
    }

    Written write(String letter, Map<String, String> fields, String url) {
        var content = revisions
                .get(WorkspaceScope.current(), RevisionId.of(fields.getOrDefault("revision", "")))
                .content();
        return write(content, letter, fields.getOrDefault("firstName", ""), url);
    }

    /**
     * As a reader of this content would get it.
     *
     * @param letter gift or confirmation
     * @param name the reader's first name; empty when it is not known
     * @param url where its button leads
     */
    public Written write(PublishedContent content, String letter, String name, String url) {
        var gift = gift(content);
        // whose address it is has to be confirmed first: until then no stranger's words are mailed to it
        var greeting = name.isEmpty() || letter.equals("confirmation")
                ? text(content, "funnels.letter.greeting")
                : text(content, "funnels.letter.greeting.name", Markdown.literal(name));
        var key = "funnels.letter." + letter;
        return new Written(
                text(content, key + ".subject", gift),
                greeting
                        + "\n\n"
                        + text(content, key + ".body", Markdown.literal(gift), Markdown.literal(content.author())),
                text(content, key + ".button"),
                url);
    }

    private String text(PublishedContent content, String key, Object... values) {
        return messages.getMessage(key, values, content.locale());
    }

    private static String gift(PublishedContent content) {
        return content.funnel().entry() instanceof OptIn optIn
                ? content.product(optIn.gift()).map(ProductSnapshot::name).orElse("")
                : "";
    }
}
