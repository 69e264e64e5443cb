package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.NewAccount;
import app.backmatter.accounts.domain.NewWorkspace;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record SetUpForm(
        @NotBlank @OneLine @Size(max = 100) @Nullable String name,
        @Email @Nullable String email,
        @Password @Nullable String password,
        @NotBlank @OneLine @Size(max = 120) @Nullable String workspaceName,
        @OneOf(OneOf.Kind.CURRENCY) @Nullable String currency,
        @OneOf(OneOf.Kind.TIME_ZONE) @Nullable String timeZone,
        @NotNull @Nullable Boolean withExample) {

    static SetUpForm blank() {
        return new SetUpForm("", "", "", "", "USD", "America/New_York", true);
    }

    /** Of a form without errors. */
    NewAccount toAccount() {
        return new NewAccount(Typed.line(name), address(), Objects.requireNonNullElse(password, ""));
    }

    /** Of a form without errors. */
    NewWorkspace toWorkspace() {
        return new WorkspaceForm(workspaceName, currency, timeZone, withExample).toWorkspace(address());
    }

    private EmailAddress address() {
        return EmailAddress.parse(Typed.line(email)).orElseThrow();
    }
}
