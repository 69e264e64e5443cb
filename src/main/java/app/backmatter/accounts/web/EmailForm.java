package app.backmatter.accounts.web;

import org.jspecify.annotations.Nullable;

record EmailForm(@Email @Nullable String email) {}
