package app.backmatter.mail.content;

import app.backmatter.storage.FileId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of a mail, above or below others. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Picture.class, name = "picture"),
    @JsonSubTypes.Type(value = Block.Button.class, name = "button"),
    @JsonSubTypes.Type(value = Block.Book.class, name = "book"),
    @JsonSubTypes.Type(value = Block.Product.class, name = "product"),
    @JsonSubTypes.Type(value = Block.Divider.class, name = "divider")
})
public sealed interface Block {
    /** @param markdown may hold merge fields */
    record Text(String markdown) implements Block {}

    /**
     * @param file absent until one was uploaded
     * @param width of the stored picture in pixels
     * @param alternative what it shows, for who can't see it
     * @param link where it leads, whole address; empty for nowhere
     */
    record Picture(@Nullable FileId file, int width, String alternative, String link) implements Block {}

    /**
     * @param label may hold merge fields
     * @param link whole address
     */
    record Button(String label, String link) implements Block {}

    /** @param book absent until one was chosen */
    record Book(@Nullable UUID book) implements Block {}

    /** @param product absent until one was chosen */
    record Product(@Nullable UUID product) implements Block {}

    record Divider() implements Block {}
}
