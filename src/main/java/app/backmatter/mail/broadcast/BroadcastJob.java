package app.backmatter.mail.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.shared.WorkspaceId;
import java.util.UUID;

/** A broadcast that is being sent, as this node knows it. */
record BroadcastJob(UUID id, WorkspaceId workspace, Addressed addressed) {}
