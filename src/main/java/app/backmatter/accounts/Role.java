package app.backmatter.accounts;

/** What a member may do in a workspace, least first: look; change; also manage members and settings. */
public enum Role {
    VIEWER,
    EDITOR,
    OWNER;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
