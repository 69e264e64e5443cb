package app.backmatter.storage.domain;

import app.backmatter.storage.FileId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in by pieces.
 *
 * @param size what it will have in bytes
 * @param file what became of it once it was there to its last byte, and fit for readers
 */
record PendingUpload(
        UUID id, String name, long size, @Nullable FileId file) {}
