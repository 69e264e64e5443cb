package app.backmatter.mail.content;

import app.backmatter.mail.MailShelf;
import app.backmatter.mail.MergeFields;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.PublicAddress;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes a mail's blocks ready to be laid out. What is not finished, or gone, is left out. */
@Component
class Pieces {
    /** As wide as the column is. */
    private static final int WIDEST = 560;

    private final ObjectProvider<MailShelf> shelf;
    private final PublicAddress address;

    Pieces(ObjectProvider<MailShelf> shelf, PublicAddress address) {
        this.shelf = shelf;
        this.address = address;
    }

    Stream<Piece> of(Block block, MergeFields fields, NumberedLinks links) {
        return switch (block) {
            case Block.Text text -> Stream.of(text(text, fields, links));
            case Block.Picture picture -> picture(picture, fields, links);
            case Block.Button button -> button(button, fields, links);
            case Block.Book book -> card(shown(book.book(), MailShelf::book), "book", links);
            case Block.Product product -> card(shown(product.product(), MailShelf::product), "product", links);
            case Block.Divider() -> Stream.of(Piece.DIVIDER);
        };
    }

    private static Piece text(Block.Text text, MergeFields fields, NumberedLinks links) {
        var markdown = fields.openInMarkdown(text.markdown());
        return Piece.text(StyledMarkdown.html(markdown, links::place), Markdown.toText(markdown, links::place));
    }

    private Stream<Piece> picture(Block.Picture picture, MergeFields fields, NumberedLinks links) {
        if (picture.file() == null) {
            return Stream.empty();
        }
        var width = Math.clamp(picture.width(), 1, WIDEST);
        var shown = Piece.picture(
                media(picture.file(), picture.width() > 960 ? "?w=960" : ""),
                width,
                Slots.without(picture.alternative()),
                links.place(fields.openInLine(picture.link())));
        return Stream.of(shown);
    }

    private static Stream<Piece> button(Block.Button button, MergeFields fields, NumberedLinks links) {
        var link = links.place(fields.openInLine(button.link()));
        var label = fields.openInLine(button.label());
        return link.isEmpty() || label.isBlank() ? Stream.empty() : Stream.of(Piece.button(label, link));
    }

    private Optional<MailShelf.Shown> shown(
            @Nullable UUID chosen, BiFunction<MailShelf, UUID, Optional<MailShelf.Shown>> find) {
        return chosen == null ? Optional.empty() : shelf.stream().findFirst().flatMap(all -> find.apply(all, chosen));
    }

    private Stream<Piece> card(Optional<MailShelf.Shown> shown, String kind, NumberedLinks links) {
        return shown.stream()
                .map(item -> Piece.card(
                        Slots.without(item.title()),
                        Slots.without(item.words()),
                        Slots.without(item.price()),
                        item.picture() == null ? "" : media(item.picture(), "?w=480"),
                        kind,
                        links.place(item.link())));
    }

    private String media(FileId file, String size) {
        return address.of(Files.mediaPath(file) + size);
    }
}
