package app.backmatter.catalog;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;

/** Buyers get a file as it is from now on, or no more at all: stamped copies of it have no use. */
public record FileNoLongerStamped(WorkspaceId workspace, FileId file) {}
