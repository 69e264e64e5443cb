package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.mail.SequenceId;
import app.backmatter.storage.FileId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts and revisions as the database keeps them: record components alone, ids as plain text. A mapper of its own, so
 * that no setting made for the web ever changes how a published revision is read.
 */
final class ContentJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .addMixIn(ProductId.class, PlainId.class)
            .addMixIn(BookId.class, PlainId.class)
            .addMixIn(SequenceId.class, PlainId.class)
            .addMixIn(FileId.class, PlainId.class)
            .build();

    private ContentJson() {}

    static String write(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private interface PlainId {
        @JsonValue
        UUID value();
    }
}
