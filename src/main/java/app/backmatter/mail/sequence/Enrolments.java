package app.backmatter.mail.sequence;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactUnsubscribed;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Enrolment;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who is in which sequence of the workspace in scope, and how that ends. */
@Service
public class Enrolments {
    private static final String ENDED_BY_RULE = """
        exists (select from sequence_rules r
            where r.sequence_id = enrolments.sequence_id and r.workspace_id = enrolments.workspace_id
                and r.way = 'EXIT' and r.event = :event and (r.subject = '' or r.subject = any(:subjects)))\
        """;

    private final JdbcClient jdbc;
    private final Audience audience;
    private final JsonMapper json;

    Enrolments(JdbcClient jdbc, Audience audience, JsonMapper json) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.json = json;
    }

    @Transactional
    public void enter(Enrolment enrolment) {
        audience.find(enrolment.contact()).ifPresent(contact -> enter(enrolment, contact));
    }

    private void enter(Enrolment enrolment, ContactView contact) {
        jdbc.sql("""
            insert into enrolments (id, workspace_id, sequence_id, contact_id, recipient, pitched_product, fields,
                state, step_id, due_at, entered_at)
            select :id, s.workspace_id, s.id, :contact, :recipient, :product, :fields::jsonb, 'ACTIVE', p.id, :at, :at
            from sequences s
                left join sequence_steps p
                    on p.sequence_id = s.id and p.workspace_id = s.workspace_id and p.position = 0
            where s.id = :sequence and s.workspace_id = :workspace
            on conflict (contact_id, workspace_id, sequence_id) do nothing\
            """)
                .param("id", Ids.next())
                .param("contact", contact.id().value())
                .param("recipient", contact.email().value())
                .param("product", enrolment.pitchedProduct())
                .param("fields", json.writeValueAsString(enrolment.fields()))
                .param("at", enrolment.at().atOffset(ZoneOffset.UTC))
                .param("sequence", enrolment.sequence().value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public Optional<Instant> lastPitch(ContactId contact, UUID product) {
        return jdbc.sql("""
            select coalesce(m.left_at, m.queued_at) from messages m
                join enrolments e on e.id = m.enrolment_id and e.workspace_id = m.workspace_id
            where m.contact_id = :contact and m.workspace_id = :workspace and e.pitched_product = :product
                and m.state not in ('CANCELLED', 'FAILED')
            order by 1 desc limit 1\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("product", product)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** What pitches one of the products, and what such a purchase ends by the author's rule. */
    @Transactional
    public void stopPitch(ContactId contact, Collection<UUID> products, Instant at) {
        var names = products.stream().map(UUID::toString).toArray();
        var which = new Which(
                "(pitched_product = any(:products) or " + ENDED_BY_RULE + ")",
                Map.of(
                        "products", new SqlArrayValue("uuid", products.toArray()),
                        "event", Occasion.BOUGHT.name(),
                        "subjects", new SqlArrayValue("text", names)));
        stop(contact, which, Ended.BOUGHT, "pitch-ended", at);
    }

    @Transactional
    void stopTagged(ContactId contact, String tag, Instant at) {
        var which = new Which(
                ENDED_BY_RULE,
                Map.of("event", Occasion.TAGGED.name(), "subjects", new SqlArrayValue("text", new Object[] {tag})));
        stop(contact, which, Ended.TAGGED, "pitch-ended", at);
    }

    /** Out of this one, by the author's hand. */
    @Transactional
    public void takeOut(ContactId contact, UUID enrolment, Instant at) {
        stop(contact, new Which("id = :enrolment", Map.of("enrolment", enrolment)), Ended.TAKEN_OUT, "pitch-ended", at);
    }

    /** Who left gets nothing more, and does not go on where it stopped when coming back. */
    @ApplicationModuleListener
    void on(ContactUnsubscribed left) {
        WorkspaceScope.run(
                left.workspace(),
                () -> stop(left.contact(), new Which("true", Map.of()), Ended.LEFT_LIST, "not-subscribed", left.at()));
    }

    /** A condition on rows of enrolments. */
    private record Which(String sql, Map<String, Object> parameters) {}

    /**
     * The enrolments first: their locks make a driver that is just writing one of their mails finish before the mails
     * are taken back. Who was at the end already is still kept from what has not left.
     */
    private void stop(ContactId contact, Which which, Ended why, String reason, Instant at) {
        var stopped = jdbc.sql("""
            update enrolments
            set state = case state when 'ACTIVE' then 'STOPPED' else state end, ended_by = :why,
                ended_at = coalesce(ended_at, :at),
                left_after = (select s.step_id from enrolment_steps s
                    where s.enrolment_id = enrolments.id and s.workspace_id = enrolments.workspace_id
                        and s.outcome = 'MAILED'
                    order by s.at desc, s.message_id desc limit 1)
            where contact_id = :contact and workspace_id = :workspace
                and (ended_by is null or ended_by = 'CONDITION') and
            """ + which.sql() + " returning id")
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("why", why.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .params(which.parameters())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        takeBack(stopped, reason, at);
    }

    private void takeBack(List<UUID> enrolments, String reason, Instant at) {
        if (enrolments.isEmpty()) {
            return;
        }
        jdbc.sql("""
            update messages set state = 'CANCELLED', refusal = :reason, left_at = :at
            where enrolment_id = any(:enrolments) and workspace_id = :workspace and state = 'QUEUED' and marketing\
            """)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("workspace", WorkspaceScope.current().value())
                .param("enrolments", new SqlArrayValue("uuid", enrolments.toArray()))
                .update();
    }
}
