package app.backmatter.mail.domain;

import app.backmatter.mail.Letter;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hot path into the outbox: many small rows in one statement, and a nudge for the postman once they are committed. */
@Service
@Transactional
public class QueueLetters {
    /** Equal keys of two transactions are met in the same order, so that neither waits for the other for ever. */
    private static final Comparator<Letter> LOCK_ORDER = Comparator.<Letter, UUID>comparing(
                    letter -> letter.workspace().value())
            .thenComparing(Letter::key);

    private final JdbcClient jdbc;
    private final Fields fields;
    private final Postman postman;
    private final Clock clock;

    QueueLetters(JdbcClient jdbc, Fields fields, Postman postman, Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.postman = postman;
        this.clock = clock;
    }

    public void queue(List<Letter> letters) {
        var sorted = letters.stream()
                .filter(letter -> !letter.to().isErased())
                .sorted(LOCK_ORDER)
                .toList();
        if (sorted.isEmpty()) {
            return;
        }
        var now = clock.instant();
        jdbc.sql("""
            insert into messages
                (id, workspace_id, contact_id, recipient, template, fields, key, marketing, due_at, state, queued_at)
            select *, 'QUEUED', :now
            from unnest(:ids, :workspaces, :contacts, :recipients, :templates, :fields, :keys, :marketing, :due)
            on conflict (workspace_id, key) do nothing\
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", array("uuid", sorted, letter -> Ids.next()))
                .param("workspaces", array("uuid", sorted, Letter::workspace))
                .param("contacts", array("uuid", sorted, Letter::contact))
                .param("recipients", array("text", sorted, Letter::to))
                .param("templates", array("text", sorted, Letter::template))
                .param("fields", array("jsonb", sorted, letter -> fields.write(letter.fields())))
                .param("keys", array("text", sorted, Letter::key))
                .param("marketing", array("boolean", sorted, Letter::marketing))
                .param("due", array("timestamptz", sorted, Letter::notBefore))
                .update();
        if (letters.stream().anyMatch(letter -> !letter.notBefore().isAfter(now))) {
            postman.nudgeAfterCommit();
        }
    }

    public void release(WorkspaceId workspace, String key) {
        leaveNow(workspace, key, "due_at = :now", "state = 'QUEUED' and due_at > :now");
    }

    public void takeUp(WorkspaceId workspace, String key) {
        leaveNow(
                workspace,
                key,
                "state = 'QUEUED', refusal = null, left_at = null, due_at = :now",
                "state = 'CANCELLED' and refusal = '%s'".formatted(MessageStates.NOT_WANTED));
    }

    private void leaveNow(WorkspaceId workspace, String key, String change, String condition) {
        var changed = jdbc.sql("update messages set %s where workspace_id = :workspace and key = :key and %s"
                        .formatted(change, condition))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("workspace", workspace.value())
                .param("key", key)
                .update();
        if (changed > 0) {
            postman.nudgeAfterCommit();
        }
    }

    public void forget(WorkspaceId workspace, Collection<String> keys) {
        jdbc.sql("""
            delete from messages
            where workspace_id = :workspace and key = any(:keys) and state not in ('QUEUED', 'SENDING')\
            """)
                .param("workspace", workspace.value())
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .update();
    }

    private static SqlArrayValue array(
            String type, List<Letter> letters, Function<Letter, ? extends @Nullable Object> column) {
        return new SqlArrayValue(
                type,
                letters.stream()
                        .map(column)
                        .map(value -> value == null ? null : value.toString())
                        .toArray());
    }
}
