package app.backmatter.funnels.domain;

/** Where a funnel begins for readers. */
public final class EntryPath {
    private EntryPath() {}

    /** From the first slash, the same through all revisions. */
    public static String of(String workspaceSlug, String funnelSlug) {
        return "/p/" + workspaceSlug + "/" + funnelSlug;
    }
}
