package app.backmatter.mail.web.content;

import app.backmatter.mail.content.Block;
import app.backmatter.pages.Typed;
import app.backmatter.storage.FileId;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A block as typed. What its kind does not have is empty.
 *
 * @param file of a picture, its id
 * @param width of a picture in pixels
 * @param chosen a book's or product's id
 */
public record BlockForm(
        @Nullable String kind,
        @Nullable String markdown,
        @Nullable String label,
        @Nullable String link,
        @Nullable String alternative,
        @Nullable String file,
        @Nullable String width,
        @Nullable String chosen)
        implements Serializable {
    public static BlockForm of(Block block) {
        return switch (block) {
            case Block.Text text -> new BlockForm("text", text.markdown(), "", "", "", "", "", "");
            case Block.Picture picture ->
                new BlockForm(
                        "picture",
                        "",
                        "",
                        picture.link(),
                        picture.alternative(),
                        text(picture.file()),
                        String.valueOf(picture.width()),
                        "");
            case Block.Button button -> new BlockForm("button", "", button.label(), button.link(), "", "", "", "");
            case Block.Book book -> new BlockForm("book", "", "", "", "", "", "", text(book.book()));
            case Block.Product product -> new BlockForm("product", "", "", "", "", "", "", text(product.product()));
            case Block.Divider() -> new BlockForm("divider", "", "", "", "", "", "", "");
        };
    }

    static Optional<Block> empty(String kind) {
        return new BlockForm(kind, "", "", "", "", "", "", "").block();
    }

    /** Nothing when no block has its kind. */
    public Optional<Block> block() {
        return switch (Typed.line(kind)) {
            case "text" -> Optional.of(new Block.Text(Typed.text(markdown)));
            case "picture" ->
                Optional.of(new Block.Picture(stored(), pixels(), Typed.line(alternative), Typed.line(link)));
            case "button" -> Optional.of(new Block.Button(Typed.line(label), Typed.line(link)));
            case "book" -> Optional.of(new Block.Book(Typed.id(Typed.line(chosen))));
            case "product" -> Optional.of(new Block.Product(Typed.id(Typed.line(chosen))));
            case "divider" -> Optional.of(new Block.Divider());
            default -> Optional.empty();
        };
    }

    public void check(String at, Errors errors) {
        atMost(20_000, Typed.text(markdown), at + "markdown", "mail.error.markdown", errors);
        atMost(60, Typed.line(label), at + "label", "mail.error.button", errors);
        atMost(2_000, Typed.line(link), at + "link", "mail.error.link", errors);
        atMost(150, Typed.line(alternative), at + "alternative", "mail.error.alternative", errors);
    }

    private static void atMost(int most, String typed, String field, String message, Errors errors) {
        if (typed.length() > most) {
            errors.rejectValue(field, message);
        }
    }

    private @Nullable FileId stored() {
        var id = Typed.id(Typed.line(file));
        return id == null ? null : new FileId(id);
    }

    private int pixels() {
        return Stream.of(Typed.line(width))
                .filter(typed -> typed.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .findAny()
                .orElse(0);
    }

    private static String text(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }
}
