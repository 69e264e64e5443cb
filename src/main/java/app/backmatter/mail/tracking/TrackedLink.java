package app.backmatter.mail.tracking;

import app.backmatter.shared.WorkspaceId;
import java.util.UUID;

/** A link of a broadcast, and where it leads. */
record TrackedLink(UUID id, WorkspaceId workspace, String url) {}
