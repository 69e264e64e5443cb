package app.backmatter.storage.domain;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;

/**
 * Where one content stands. No part of it comes from a person.
 *
 * @param variant tells a smaller picture from the whole; empty for the file itself
 */
record Place(WorkspaceId workspace, FileId file, String variant) {
    /** {@code <workspace>/<id><variant>}. */
    String path() {
        return workspace + "/" + file + variant;
    }
}
