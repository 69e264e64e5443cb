package app.backmatter.books;

/**
 * Where an edition is sold.
 *
 * @param name of the shop, 1 to 60 characters
 * @param url begins with https
 */
public record RetailerLink(String name, String url) {}
