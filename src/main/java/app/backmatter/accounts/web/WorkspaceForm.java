package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.NewWorkspace;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

record WorkspaceForm(
        @NotBlank @OneLine @Size(max = 120) @Nullable String workspaceName,
        @OneOf(OneOf.Kind.CURRENCY) @Nullable String currency,
        @OneOf(OneOf.Kind.TIME_ZONE) @Nullable String timeZone,
        @NotNull @Nullable Boolean withExample) {

    static WorkspaceForm blank() {
        return new WorkspaceForm("", "USD", "America/New_York", false);
    }

    /** Of a form without errors. */
    NewWorkspace toWorkspace(EmailAddress sender) {
        return new NewWorkspace(
                Typed.line(workspaceName),
                Currency.getInstance(Typed.line(currency)),
                ZoneId.of(Typed.line(timeZone)),
                sender.value(),
                Boolean.TRUE.equals(withExample));
    }
}
