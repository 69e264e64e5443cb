package app.backmatter.accounts;

import app.backmatter.shared.WorkspaceId;

/** A workspace was made; its author chose whether it starts with the example. */
public record WorkspaceCreated(WorkspaceId workspace, boolean withExample) {}
