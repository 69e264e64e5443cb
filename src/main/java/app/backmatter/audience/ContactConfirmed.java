package app.backmatter.audience;

import app.backmatter.shared.WorkspaceId;
import java.time.Instant;

/** A contact proved the address. */
public record ContactConfirmed(ContactId contact, WorkspaceId workspace, Instant at) {}
