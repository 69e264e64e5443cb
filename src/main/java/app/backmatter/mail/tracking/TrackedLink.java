package app.backmatter.mail.tracking;

import app.backmatter.shared.WorkspaceId;
import java.util.UUID;

/**
 * A link of a broadcast or of a sequence's mail, and where it leads.
 *
 * @param url of a reader's own link the merge field: it leads where that leads for the reader
 */
record TrackedLink(UUID id, WorkspaceId workspace, String url, boolean ofSequence) {
    boolean isOwn() {
        return url.startsWith("{");
    }

    /** The merge field's name. */
    String field() {
        return url.substring(1, url.length() - 1);
    }
}
