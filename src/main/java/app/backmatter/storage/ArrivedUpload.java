package app.backmatter.storage;

/**
 * A file that came in whole by pieces and waits for its form.
 *
 * @param token names it in the form
 */
public record ArrivedUpload(String token, StoredFile file) {}
