package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Enclosure;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.copies.Copies;
import app.backmatter.orders.domain.Delivery.Parcel;
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
        var name = file(fields).map(StoredFile::name).orElse("");
        return new Written(
                name,
                messages.getMessage("orders.e-reader.letter.body", new Object[] {workspace.name()}, workspace.locale()),
                messages.getMessage("orders.e-reader.letter.button", null, workspace.locale()),
                library.url(contact(fields)));
    }

    /** Nothing of what the author took away: then the letter is not wanted. */
    @Override
    public List<Enclosure> enclosures(Map<String, String> fields) {
        return parcel(fields).flatMap(parcel -> file(fields).map(file -> enclosure(parcel, file))).stream()
                .toList();
    }

    private Enclosure enclosure(Parcel parcel, StoredFile file) {
        var copy = copies.of(parcel).orElseThrow(() -> new IllegalStateException("Its copy is not made yet"));
        return new Enclosure(file.name(), file.contentType(), files.open(copy));
    }

    /** While the copy is being made, which asking for it begins. */
    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        return parcel(fields)
                .filter(parcel -> copies.of(parcel).isEmpty())
                .map(parcel -> clock.instant().plus(ASKS_AGAIN));
    }

    /** Not what was taken back meanwhile, nor what the author has replaced. */
    @Override
    public boolean isWanted(Map<String, String> fields) {
        return entitlements.ownedBy(contact(fields)).contains(product(fields))
                && parcel(fields).isPresent();
    }

    private Optional<Parcel> parcel(Map<String, String> fields) {
        return delivery.parcel(contact(fields), product(fields), fileId(fields));
    }

    private Optional<StoredFile> file(Map<String, String> fields) {
        return files.find(fileId(fields));
    }

    private static FileId fileId(Map<String, String> fields) {
        return FileId.of(fields.getOrDefault("file", ""));
    }

    private static ProductId product(Map<String, String> fields) {
        return ProductId.of(fields.getOrDefault("product", ""));
    }

    private static ContactId contact(Map<String, String> fields) {
        return ContactId.of(fields.getOrDefault("contact", ""));
    }
}
