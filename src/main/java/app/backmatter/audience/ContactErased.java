package app.backmatter.audience;

import app.backmatter.shared.WorkspaceId;

/** A person asked to be forgotten: whoever keeps the address or a name elsewhere must forget it too. */
public record ContactErased(ContactId contact, WorkspaceId workspace) {}
