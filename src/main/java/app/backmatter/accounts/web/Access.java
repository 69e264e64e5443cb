package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import java.util.List;
import java.util.Set;

/** Which role an address in a workspace needs: what the filter refuses, and so what pages don't offer. */
final class Access {
    private static final Set<String> FOR_OWNERS = Set.of("settings", "members");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Pages that are there for their form alone. */
    private static final Set<String> FORMS =
            Set.of("new", "edit", "deletion", "retirement", "publication", "withdrawal");

    /** Its buttons post, as a reader's do, and change nothing. */
    private static final String PREVIEW = "preview";

    private Access() {}

    /** @param path of the whole address, segment by segment: w, the workspace, what is asked for */
    static Role needed(List<String> path, String method) {
        if (path.size() <= 2) {
            return READING.contains(method) ? Role.VIEWER : Role.EDITOR;
        }
        if (FOR_OWNERS.contains(path.get(2))) {
            return Role.OWNER;
        }
        if (path.getLast().equals(PREVIEW)) {
            return Role.VIEWER;
        }
        return READING.contains(method) && !FORMS.contains(path.getLast()) ? Role.VIEWER : Role.EDITOR;
    }

    /** @param href from the first slash, as it stands on a page */
    static boolean mayOpen(Role role, String href) {
        var path =
                List.of(href.replaceFirst("[?#].*", "").replaceFirst("^/", "").split("/"));
        return role.atLeast(needed(path, "GET"));
    }
}
