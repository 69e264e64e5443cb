package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.LetterTemplate;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Brings a reader the link to the library. */
@Component
class LibraryLetter implements LetterTemplate {
    static final String NAME = "library-link";

    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    LibraryLetter(Library library, Workspaces workspaces, MessageSource messages) {
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var workspace = workspaces.get(WorkspaceScope.current());
        return new Written(
                messages.getMessage(
                        "orders.library.letter.subject", new Object[] {workspace.name()}, workspace.locale()),
                messages.getMessage("orders.library.letter.body", null, workspace.locale()),
                messages.getMessage("orders.library.letter.button", null, workspace.locale()),
                library.url(ContactId.of(fields.getOrDefault("contact", ""))));
    }
}
