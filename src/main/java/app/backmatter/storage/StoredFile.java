package app.backmatter.storage;

/**
 * What is known of a stored file.
 *
 * @param name as uploaded, cleaned of paths, control characters and line breaks
 * @param contentType told by the content, not by the browser
 * @param size in bytes
 */
public record StoredFile(FileId id, String name, String contentType, long size) {}
