package app.backmatter.orders;

/**
 * A file that its owner may fetch.
 *
 * @param fileName as its author named it
 * @param extent how large it is, or on whose site: 1.2 MB, or example.org
 * @param url signed and expiring, from the first slash
 */
public record Download(String fileName, String extent, String url) {}
