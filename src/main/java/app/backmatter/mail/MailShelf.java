package app.backmatter.mail;

import app.backmatter.storage.FileId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an author can show in a mail as a block of its own, in the workspace in scope. A module above provides it as a bean. */
public interface MailShelf {
    List<Shown> books();

    List<Shown> products();

    default Optional<Shown> book(UUID id) {
        return books().stream().filter(book -> book.id().equals(id)).findFirst();
    }

    default Optional<Shown> product(UUID id) {
        return products().stream().filter(product -> product.id().equals(id)).findFirst();
    }

    /**
     * As it stands now.
     *
     * @param words a sentence or two; may be empty
     * @param price as readers read it; empty where there is none
     * @param picture its cover or picture; absent for none
     * @param link whole address of its public page; empty while it has none
     */
    record Shown(
            UUID id,
            String title,
            String words,
            String price,
            @Nullable FileId picture,
            String link) {}
}
