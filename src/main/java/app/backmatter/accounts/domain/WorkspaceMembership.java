package app.backmatter.accounts.domain;

import app.backmatter.accounts.Role;

/** One workspace that an account may enter. */
public record WorkspaceMembership(String slug, String name, Role role) {}
