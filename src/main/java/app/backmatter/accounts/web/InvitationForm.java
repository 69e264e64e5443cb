package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

record InvitationForm(
        @Email @Nullable String email, @NotNull @Nullable Role role) {

    static InvitationForm blank() {
        return new InvitationForm("", Role.EDITOR);
    }
}
