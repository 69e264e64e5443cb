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
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Carries a file to an e-reader, which keeps the file and throws the words away. */
@Component
class EReaderLetter implements LetterTemplate {
    static final String NAME = "e-reader";

    private final Entitlements entitlements;
    private final Copies copies;
    private final Files files;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    EReaderLetter(
            Entitlements entitlements,
            Copies copies,
            Files files,
            Library library,
            Workspaces workspaces,
            MessageSource messages) {
        this.entitlements = entitlements;
        this.copies = copies;
        this.files = files;
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
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
        var copy = copies.now(contact(fields), product(fields), file.id());
        return List.of(new Enclosure(file.name(), file.contentType(), files.open(copy)));
    }

    /** @throws IllegalStateException when it is not theirs any more */
    private StoredFile file(Map<String, String> fields) {
        if (!entitlements.ownedBy(contact(fields)).contains(product(fields))) {
            throw new IllegalStateException("The file was taken back");
        }
        return files.find(FileId.of(fields.getOrDefault("file", ""))).orElseThrow();
    }

    private static ProductId product(Map<String, String> fields) {
        return ProductId.of(fields.getOrDefault("product", ""));
    }

    private static ContactId contact(Map<String, String> fields) {
        return ContactId.of(fields.getOrDefault("contact", ""));
    }
}
