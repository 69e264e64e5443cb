package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Enclosure;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.copies.Copies;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Carries a file to an e-reader, which keeps the file and throws the words away. What is handed out by copies leaves as the
 * reader's copy, and waits until that is made.
 */
@Component
class EReaderLetter implements LetterTemplate {
    static final String NAME = "e-reader";

    private static final Duration ASKS_AGAIN = Duration.ofSeconds(20);

    private final Entitlements entitlements;
    private final Delivery delivery;
    private final Copies copies;
    private final Files files;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    EReaderLetter(
            Entitlements entitlements,
            Delivery delivery,
            Copies copies,
            Files files,
            Library library,
            Workspaces workspaces,
            MessageSource messages,
            Clock clock) {
        this.entitlements = entitlements;
        this.delivery = delivery;
        this.copies = copies;
        this.files = files;
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var name = file(fields).name();
        return new Written(
                name,
                messages.getMessage("orders.e-reader.letter.body", new Object[] {workspace.name()}, workspace.locale()),
                messages.getMessage("orders.e-reader.letter.button", null, workspace.locale()),
                library.url(contact(fields)));
    }

    @Override
    public List<Enclosure> enclosures(Map<String, String> fields) {
        var file = file(fields);
        var copy = copy(fields).orElseThrow(() -> new IllegalStateException("Its copy is not made yet"));
        return List.of(new Enclosure(file.name(), file.contentType(), files.open(copy)));
    }

    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        return copy(fields).isPresent()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(ASKS_AGAIN));
    }

    /** Not what was taken back meanwhile. */
    @Override
    public boolean isWanted(Map<String, String> fields) {
        return entitlements.ownedBy(contact(fields)).contains(product(fields));
    }

    /** Empty while it is being made, which asking for it begins. */
    private Optional<FileId> copy(Map<String, String> fields) {
        return copies.of(
                delivery.parcel(contact(fields), product(fields), file(fields).id()));
    }

    private StoredFile file(Map<String, String> fields) {
        return files.find(FileId.of(fields.getOrDefault("file", ""))).orElseThrow();
    }

    private static ProductId product(Map<String, String> fields) {
        return ProductId.of(fields.getOrDefault("product", ""));
    }

    private static ContactId contact(Map<String, String> fields) {
        return ContactId.of(fields.getOrDefault("contact", ""));
    }
}
