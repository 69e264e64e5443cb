package app.backmatter.mail.content;

import app.backmatter.storage.FileId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A mail's content as the database keeps it; no setting made for the web changes how it is read. */
public final class ContentJson {
    /** For what holds a content, too. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .addMixIn(FileId.class, PlainId.class)
            .build();

    private ContentJson() {}

    public static String write(MailContent content) {
        return MAPPER.writeValueAsString(content);
    }

    public static MailContent read(String json) {
        return MAPPER.readValue(json, MailContent.class);
    }

    private interface PlainId {
        @JsonValue
        UUID value();
    }
}
