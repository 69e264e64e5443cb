package app.backmatter.storage;

import app.backmatter.pages.FileSize;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored file.
 *
 * @param name as uploaded, cleaned of paths, control characters and line breaks
 * @param contentType told by the content, not by the browser
 * @param size in bytes
 * @param link where it is instead, when it is a link to something elsewhere; its size is 0 then
 */
public record StoredFile(
        FileId id,
        String name,
        String contentType,
        long size,
        @Nullable URI link) {
    public StoredFile(FileId id, String name, String contentType, long size) {
        this(id, name, contentType, size, null);
    }

    /** How large it is, or on whose site: 1.2 MB, or example.org. */
    public String extent() {
        return link == null ? FileSize.of(size) : Objects.requireNonNullElse(link.getHost(), "");
    }
}
