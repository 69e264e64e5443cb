package app.backmatter.storage;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** How an answer says that a browser saves it instead of showing it. */
public final class Attachment {
    private Attachment() {}

    /** The header's value for a file name in any script. */
    public static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
