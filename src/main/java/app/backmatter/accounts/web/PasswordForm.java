package app.backmatter.accounts.web;

import org.jspecify.annotations.Nullable;

record PasswordForm(@Password @Nullable String password) {}
