package app.backmatter.orders;

/**
 * A file that its owner may fetch.
 *
 * @param url signed and expiring, from the first slash
 */
public record Download(String fileName, long size, String url) {}
