package app.backmatter.accounts.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record NewMemberForm(
        @NotBlank @OneLine @Size(max = 100) @Nullable String name,
        @Password @Nullable String password) {}
