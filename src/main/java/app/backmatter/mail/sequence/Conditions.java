package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactFacts;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who fits a condition, many at a time. */
@Component
class Conditions {
    private final JdbcClient jdbc;
    private final ContactFacts facts;

    Conditions(JdbcClient jdbc, ContactFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** The enrolments of those for whom it holds. */
    Set<UUID> fitting(Step.Condition condition, List<Reader> readers) {
        var did = switch (condition.asked()) {
            case TAGGED -> of(readers, facts.tagged(contacts(readers), condition.subject()));
            case BOUGHT -> of(readers, facts.bought(contacts(readers), id(condition.subject())));
            case OPENED -> who(readers, condition, "coalesce(opened_at, clicked_at)");
            case CLICKED -> who(readers, condition, "clicked_at");
        };
        if (condition.is()) {
            return did;
        }
        var others = readers.stream().map(Reader::enrolment).collect(Collectors.toCollection(HashSet::new));
        others.removeAll(did);
        return others;
    }

    void keep(UUID condition, List<Reader> readers, Set<UUID> fitting, Instant now) {
        jdbc.sql("""
            insert into enrolment_steps (enrolment_id, workspace_id, step_id, outcome, at)
            select id, :workspace, :step, outcome, :now from unnest(:ids, :outcomes) r(id, outcome)
            on conflict do nothing\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("step", condition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids(readers))
                .param(
                        "outcomes",
                        new SqlArrayValue(
                                "text",
                                readers.stream()
                                        .map(reader -> fitting.contains(reader.enrolment()) ? "YES" : "NO")
                                        .toArray()))
                .update();
    }

    private Set<UUID> who(List<Reader> readers, Step.Condition condition, String did) {
        var mail = id(condition.subject());
        if (mail == null) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
            select enrolment_id from enrolment_steps
            where enrolment_id = any(:ids) and workspace_id = :workspace and step_id = :mail and %s is not null\
            """.formatted(did))
                .param("workspace", WorkspaceScope.current().value())
                .param("mail", mail)
                .param("ids", ids(readers))
                .query(UUID.class)
                .list());
    }

    private static Set<UUID> of(List<Reader> readers, Set<ContactId> fitting) {
        return readers.stream()
                .filter(reader -> fitting.contains(reader.contact()))
                .map(Reader::enrolment)
                .collect(Collectors.toSet());
    }

    private static List<ContactId> contacts(List<Reader> readers) {
        return readers.stream().map(Reader::contact).toList();
    }

    private static SqlArrayValue ids(List<Reader> readers) {
        return new SqlArrayValue("uuid", readers.stream().map(Reader::enrolment).toArray());
    }

    private static @Nullable UUID id(String subject) {
        return subject.isEmpty() ? null : UUID.fromString(subject);
    }
}
