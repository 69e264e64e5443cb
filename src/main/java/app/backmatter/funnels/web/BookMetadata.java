package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.BookSnapshot;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.PublicAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the entry page tells networks and search engines: Open Graph and schema.org.
 *
 * @param image whole address, if there is a picture
 * @param jsonLd a Book in JSON-LD that can stand in a script element; absent for a funnel without a book
 */
record BookMetadata(
        String title,
        String description,
        String url,
        @Nullable String image,
        @Nullable String author,
        @Nullable String isbn,
        @Nullable String jsonLd) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_DESCRIPTION = 200;

    static BookMetadata of(PublishedContent content, Step step, StepPage page, String path, PublicAddress address) {
        var book = content.book();
        var description = shortened(Markdown.toText(step.page().markdown()));
        var image = page.picture() == null ? null : address.of(page.picture());
        return new BookMetadata(
                page.headline(),
                description,
                address.of(path),
                image,
                book == null ? null : book.author(),
                book == null ? null : book.isbn(),
                book == null ? null : jsonLd(book, image));
    }

    /** The one character that could end the script element is written as an escape. */
    private static String jsonLd(BookSnapshot book, @Nullable String image) {
        var json = JSON.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "Book")
                .put("name", book.title());
        json.putObject("author").put("@type", "Person").put("name", book.author());
        if (!book.description().isBlank()) {
            json.put("description", shortened(Markdown.toText(book.description())));
        }
        if (book.isbn() != null) {
            json.put("isbn", book.isbn());
        }
        if (image != null) {
            json.put("image", image);
        }
        return json.toString().replace("<", "\\u003c");
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_DESCRIPTION) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_DESCRIPTION);
        return line.substring(0, end < 0 ? LONGEST_DESCRIPTION : end) + "…";
    }
}
