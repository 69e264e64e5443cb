package app.backmatter.audience;

import app.backmatter.shared.WorkspaceId;
import java.time.Instant;

/** A contact left; nothing but receipts may be mailed from now on. */
public record ContactUnsubscribed(ContactId contact, WorkspaceId workspace, Instant at) {}
