package app.backmatter.support;

import app.backmatter.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of what a workspace holds, by the word that stands before them in an address. */
public record WorkspaceIds(JdbcClient jdbc, WorkspaceId workspace) {
    private static final Pattern ID = Pattern.compile("([a-z]+)/\\{\\w+}");

    private static final String FILES_OF_EDITIONS = "files of editions";

    private static final String GIFTS_FIRST = "draft #>> '{steps,0,kind}' <> 'opt-in', id";

    /** The first sequence has a wait and a mail. */
    private static final String STEPS =
            "(select max(kind) from sequence_steps other where other.sequence_id = sequence_steps.sequence_id) desc,"
                    + " sequence_id, position";

    /**
     * First parts belong to first wholes. An edition with files comes before others. A funnel with a gift, which has letters, comes before others. The first step
     * stands amid the tree, where it can be removed.
     */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("members", "select id from memberships where workspace_id = ? order by 1"),
            Map.entry("invitations", "select id from invitations where workspace_id = ? order by 1"),
            Map.entry("contacts", "select id from contacts where workspace_id = ? order by 1"),
            Map.entry("segments", "select id from segments where workspace_id = ? order by 1"),
            Map.entry("imports", "select id from imports where workspace_id = ? order by state <> 'DRAFT', id"),
            Map.entry("suppressed", "select id from suppressions where workspace_id = ? order by 1"),
            Map.entry("books", "select id from books where workspace_id = ? order by 1"),
            Map.entry("editions", """
                select id from editions where workspace_id = ?
                order by exists (select from delivered_files where edition_id = editions.id) desc, id
                """),
            Map.entry("places", "select id from places where workspace_id = ? order by 1"),
            Map.entry(
                    "products",
                    "select product_id from delivered_files where workspace_id = ? and edition_id is null order by 1"),
            Map.entry(
                    "files",
                    "select id from delivered_files where workspace_id = ? and edition_id is null order by product_id"),
            Map.entry(
                    FILES_OF_EDITIONS,
                    "select id from delivered_files where workspace_id = ? and product_id is null order by edition_id"),
            // named by tokens, which no id is
            Map.entry("uploads", "select id from files where workspace_id = ? order by 1"),
            Map.entry("funnels", "select id from funnels where workspace_id = ? order by " + GIFTS_FIRST),
            Map.entry("steps", """
                select cast(step ->> 'id' as uuid)
                from (select draft from funnels where workspace_id = ? order by %s limit 1) first,
                    jsonb_array_elements(first.draft -> 'steps') with ordinality as steps (step, place)
                order by place <> 3, place
                """.formatted(GIFTS_FIRST)),
            Map.entry("mail", "select id from messages where workspace_id = ? and left_at is not null order by 1"),
            Map.entry("broadcasts", "select id from broadcasts where workspace_id = ? order by 1"),
            Map.entry("sequences", "select sequence_id from sequence_steps where workspace_id = ? order by " + STEPS),
            Map.entry(
                    "mails",
                    "select id from sequence_steps where workspace_id = ? and kind = 'MAIL' order by " + STEPS),
            Map.entry(
                    "parts",
                    "select id from sequence_steps where workspace_id = ? and kind <> 'MAIL' order by " + STEPS),
            Map.entry("domains", "select id from dkim_keys where workspace_id = ? order by 1"),
            Map.entry("coupons", "select id from coupons where workspace_id = ? order by 1"),
            Map.entry(
                    "notes", "select id from refunds where workspace_id = ? and credit_number is not null order by 1"),
            Map.entry("orders", "select id from orders where workspace_id = ? order by 1"));

    public UUID first(String word) {
        return all(word).getFirst();
    }

    public List<UUID> all(String word) {
        return jdbc.sql(OWNERS.get(word))
                .param(workspace.value())
                .query(UUID.class)
                .list();
    }

    /**
     * An address with the first id in each of its gaps.
     *
     * @param pattern as controllers declare it, from what follows the workspace
     */
    public String fill(String pattern) {
        return ID.matcher(pattern).replaceAll(found -> found.group(1) + "/" + first(owner(found.group(1), pattern)));
    }

    private static String owner(String word, String pattern) {
        return word.equals("files") && pattern.startsWith("/editions/") ? FILES_OF_EDITIONS : word;
    }

    /** The address of each of what the last of its gaps asks for, with the first id in the gaps before it. */
    public Stream<String> each(String pattern) {
        var last = ID.matcher(pattern).results().toList().getLast();
        return all(last.group(1)).stream()
                .map(id -> fill(pattern.substring(0, last.start()))
                        + "%s/%s".formatted(last.group(1), id)
                        + pattern.substring(last.end()));
    }
}
