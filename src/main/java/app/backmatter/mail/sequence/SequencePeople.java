package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is where in the sequences of the workspace in scope. */
@Service
public class SequencePeople {
    private static final String SELECT = """
        select e.id, e.sequence_id, s.name, s.paused_at is null as running, e.contact_id, e.recipient, e.state, e.step_id,
            e.due_at, e.entered_at, e.ended_by
        from enrolments e join sequences s on s.id = e.sequence_id and s.workspace_id = e.workspace_id
        where e.workspace_id = :workspace\
        """;

    private final JdbcClient jdbc;

    SequencePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How somebody stands. */
    public enum State {
        ACTIVE,
        FINISHED,
        STOPPED
    }

    /**
     * Somebody in a sequence, or who was.
     *
     * @param step that comes next; absent at the end
     * @param due when it is taken, if the sequence runs
     * @param ended why somebody left before the end
     */
    public record Person(
            UUID enrolment,
            SequenceId sequence,
            String name,
            boolean running,
            ContactId contact,
            String email,
            State state,
            @Nullable UUID step,
            Instant due,
            Instant entered,
            @Nullable Ended ended) {
        public boolean isInside() {
            return state == State.ACTIVE;
        }

        /** Who bought what it was about is not led back to it. */
        public boolean mayMove() {
            return ended != Ended.BOUGHT;
        }
    }

    /**
     * Who came last first.
     *
     * @param step where they are; absent for all
     * @param before the last enrolment of the page before; absent for the first page
     */
    public List<Person> of(SequenceId sequence, @Nullable UUID step, @Nullable UUID before, int limit) {
        return scoped(SELECT + """
             and e.sequence_id = :sequence and (:before::uuid is null or e.id < :before)
             and (:step::uuid is null or e.step_id = :step and e.state = 'ACTIVE')
            order by e.id desc limit :limit\
            """)
                .param("sequence", sequence.value())
                .param("step", step)
                .param("before", before)
                .param("limit", limit)
                .query(SequencePeople::person)
                .list();
    }

    /** The sequences of one contact, the latest first. */
    public List<Person> of(ContactId contact) {
        return scoped(SELECT + " and e.contact_id = :contact order by e.entered_at desc, e.id")
                .param("contact", contact.value())
                .query(SequencePeople::person)
                .list();
    }

    public Optional<Person> find(ContactId contact, UUID enrolment) {
        return of(contact).stream()
                .filter(person -> person.enrolment().equals(enrolment))
                .findFirst();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        var ended = row.getString("ended_by");
        return new Person(
                row.getObject("id", UUID.class),
                new SequenceId(row.getObject("sequence_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("running"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("recipient"),
                State.valueOf(row.getString("state")),
                row.getObject("step_id", UUID.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : Ended.valueOf(ended));
    }
}
