package app.backmatter.mail.content;

import app.backmatter.mail.content.Slots.Language;
import java.util.List;
import java.util.Map;

/**
 * A mail for all its readers: three templates of {@link Slots}.
 *
 * @param subject one line
 * @param text the plain-text part
 * @param links where the places {@code link:0}, {@code link:1}, … lead; each address once
 */
public record LaidOut(String subject, String html, String text, List<String> links) {
    /** A mail as one reader gets it. */
    public record Filled(String subject, String html, String text) {}

    /** The templates taken apart. */
    public record Compiled(Slots subject, Slots html, Slots text) {
        /** @param values by the names of the places */
        public Filled fill(Map<String, String> values) {
            return new Filled(subject.fill(values), html.fill(values), text.fill(values));
        }
    }

    public LaidOut {
        links = List.copyOf(links);
    }

    public Compiled compile() {
        return new Compiled(
                Slots.of(subject, Language.TEXT), Slots.of(html, Language.HTML), Slots.of(text, Language.TEXT));
    }
}
