package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactFacts;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Lets many into a sequence at once. Who was in it before stays as they are; whom a rule would end at once stays out. */
@Component
class LetIn {
    private final JdbcClient jdbc;
    private final SequenceRules rules;
    private final ContactFacts facts;

    LetIn(JdbcClient jdbc, SequenceRules rules, ContactFacts facts) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.facts = facts;
    }

    /** @return how many came in */
    int to(SequenceId sequence, Collection<Recipient> people, Instant at) {
        var over = over(sequence, people.stream().map(Recipient::contact).toList());
        var wanted = people.stream()
                .filter(person -> !over.contains(person.contact()))
                .toList();
        return wanted.isEmpty() ? 0 : insert(sequence, wanted, at);
    }

    private Set<ContactId> over(SequenceId sequence, List<ContactId> contacts) {
        return rules.of(sequence).stream()
                .filter(rule -> rule.way() == SequenceRules.Way.EXIT)
                .flatMap(rule -> (rule.occasion() == Occasion.TAGGED
                                ? facts.tagged(contacts, rule.subject())
                                : facts.bought(
                                        contacts, rule.subject().isEmpty() ? null : UUID.fromString(rule.subject())))
                        .stream())
                .collect(Collectors.toSet());
    }

    private int insert(SequenceId sequence, List<Recipient> people, Instant at) {
        return jdbc.sql("""
            insert into enrolments (id, workspace_id, sequence_id, contact_id, recipient, fields, state, step_id,
                due_at, entered_at)
            select g.id, s.workspace_id, s.id, g.contact, g.recipient, '{}', 'ACTIVE', p.id, :at, :at
            from unnest(:ids, :contacts, :recipients) g(id, contact, recipient)
                join sequences s on s.id = :sequence and s.workspace_id = :workspace
                left join sequence_steps p
                    on p.sequence_id = s.id and p.workspace_id = s.workspace_id and p.position = 0
            on conflict (contact_id, workspace_id, sequence_id) do nothing\
            """)
                .param("ids", array("uuid", people, _ -> Ids.next()))
                .param(
                        "contacts",
                        array("uuid", people, person -> person.contact().value()))
                .param(
                        "recipients",
                        array("text", people, person -> person.email().value()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("sequence", sequence.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private static SqlArrayValue array(
            String type, List<Recipient> people, Function<Recipient, @Nullable Object> column) {
        return new SqlArrayValue(type, people.stream().map(column).toArray());
    }
}
