package app.backmatter.watermarks;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a copy says of whose it is. All of it is text: nothing in it can become markup.
 *
 * @param owner the reader's name, as far as it is known; may be empty
 * @param named the line for each page, made from the name or from as much of it as can be drawn
 * @param nameless the same line without a name
 * @param title of an EPUB's additional page
 * @param colophon the paragraphs below it, after the line
 * @param number of the order; empty for what was given
 * @param language of all these
 */
public record Watermark(
        String owner,
        UnaryOperator<String> named,
        String nameless,
        String title,
        List<String> colophon,
        String number,
        Locale language) {
    private static final int LONGEST_NAME = 200;

    public Watermark {
        owner = OneLine.of(owner, LONGEST_NAME);
    }

    /** In full. */
    public String line() {
        return line(owner);
    }

    /** @param name the owner's name as far as there is room for it */
    public String line(String name) {
        return name.isBlank() ? nameless : named.apply(name);
    }
}
