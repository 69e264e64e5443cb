package app.backmatter.mail.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactTokens;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The contact behind the token in a private address. */
@Component
class Reader {
    private final ContactTokens tokens;
    private final Audience audience;
    private final Workspaces workspaces;

    Reader(ContactTokens tokens, Audience audience, Workspaces workspaces) {
        this.tokens = tokens;
        this.audience = audience;
        this.workspaces = workspaces;
    }

    /** @throws NotFound when the token is nobody's */
    void show(String token, Model model) {
        var owner = tokens.owner(token).orElseThrow(NotFound::new);
        model.addAttribute("author", workspaces.get(owner.workspace()).name());
        model.addAttribute("token", token);
        model.addAttribute(
                "contact",
                WorkspaceScope.call(owner.workspace(), () -> audience.find(owner.contact()))
                        .orElseThrow(NotFound::new));
    }

    /** @throws NotFound when the token is nobody's */
    void change(String token, Consumer<ContactView> change) {
        var owner = tokens.owner(token).orElseThrow(NotFound::new);
        WorkspaceScope.run(
                owner.workspace(),
                () -> change.accept(audience.find(owner.contact()).orElseThrow(NotFound::new)));
    }
}
