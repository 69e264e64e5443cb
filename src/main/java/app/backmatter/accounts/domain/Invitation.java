package app.backmatter.accounts.domain;

import app.backmatter.accounts.Role;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/** An open invitation of one address into one workspace. */
public record Invitation(UUID id, WorkspaceId workspace, EmailAddress email, Role role, Instant expiresAt) {}
