package app.backmatter.mail.bounce;

import app.backmatter.database.WorkspaceScope;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The reports of the workspace in scope. */
@Component
class ReportBook {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return those that are new, in the same order */
    List<Case> write(List<Case> cases) {
        var fresh = new HashSet<>(jdbc.sql("""
            insert into mail_reports (id, workspace_id, kind, message_id, contact_id, broadcast_id, recipient, status, words,
                source, their_id, at, kept_at)
            select id, :workspace, kind, message, contact, broadcast, recipient, left(status, 20), left(words, 500),
                source, left(theirs, 300), at, :now
            from unnest(:ids, :kinds, :messages, :contacts, :broadcasts, :recipients, :statuses, :words, :sources,
                :theirs, :ats) as g (id, kind, message, contact, broadcast, recipient, status, words, source, theirs, at)
            where kind <> 'DELIVERED' or exists (select from mail_reports r
                where r.workspace_id = :workspace and r.recipient = g.recipient and r.kind = 'SOFT_BOUNCE')
            on conflict (workspace_id, source, their_id) do nothing returning id\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", array("uuid", cases, Case::id))
                .param("kinds", array("text", cases, one -> one.kind().name()))
                .param("messages", array("uuid", cases, Case::message))
                .param(
                        "contacts",
                        array(
                                "uuid",
                                cases,
                                one -> one.contact() == null
                                        ? null
                                        : one.contact().value()))
                .param("broadcasts", array("uuid", cases, Case::broadcast))
                .param("recipients", array("text", cases, one -> one.recipient().value()))
                .param("statuses", array("text", cases, one -> one.report().status()))
                .param("words", array("text", cases, one -> one.report().words()))
                .param("sources", array("text", cases, one -> one.report().source()))
                .param("theirs", array("text", cases, one -> one.report().theirId()))
                .param("ats", array("timestamptz", cases, one -> one.at().toString()))
                .query(UUID.class)
                .list());
        return cases.stream().filter(one -> fresh.contains(one.id())).toList();
    }

    /** What was reported of their mails so far. */
    Map<UUID, Set<ReportKind>> kinds(List<Case> cases) {
        var kinds = new HashMap<UUID, Set<ReportKind>>();
        jdbc.sql("select message_id, kind from mail_reports where workspace_id = :workspace and message_id ="
                        + " any(:messages)")
                .param("workspace", WorkspaceScope.current().value())
                .param("messages", array("uuid", cases, Case::message))
                .query(row -> {
                    kinds.computeIfAbsent(row.getObject("message_id", UUID.class), _ -> new TreeSet<>())
                            .add(ReportKind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    private static SqlArrayValue array(
            String type, Collection<Case> cases, Function<Case, ? extends @Nullable Object> column) {
        return new SqlArrayValue(type, cases.stream().map(column).toArray());
    }
}
