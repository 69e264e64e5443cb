package app.backmatter.audience;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What segments' rules can name beyond contacts, in the workspace in scope. A module that sees books, products and public
 * pages provides it.
 */
public interface RuleChoices {
    /** @param book that it belongs to, if any */
    record Product(UUID id, String name, @Nullable UUID book) {}

    record Book(UUID id, String title) {}

    /** @param path as sign-ups tell it, from the first slash */
    record Page(String path, String name) {}

    /** By name, those too that are not sold any more. */
    List<Product> products();

    /** By title. */
    List<Book> books();

    /** Places in editions, book by book. */
    List<UUID> places();

    /** Where people can sign up, by name. */
    List<Page> pages();
}
