package app.backmatter.mail.domain;

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
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which sequence of the workspace in scope, and how that ends. */
@Service
public class Enrolments {
    private final JdbcClient jdbc;
    private final Audience audience;
    private final Fields fields;

    Enrolments(JdbcClient jdbc, Audience audience, Fields fields) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.fields = fields;
    }

    @Transactional
    public void enter(Enrolment enrolment) {
        audience.find(enrolment.contact()).ifPresent(contact -> enter(enrolment, contact));
    }

    private void enter(Enrolment enrolment, ContactView contact) {
        jdbc.sql("""
            insert into enrolments (id, workspace_id, sequence_id, contact_id, recipient, pitched_product, fields,
                state, next_position, due_at, entered_at)
            select :id, s.workspace_id, s.id, :contact, :recipient, :product, :fields::jsonb,
                'ACTIVE', 0, :at + make_interval(days => coalesce(m.wait_days, 0)), :at
            from sequences s
                left join sequence_mails m
                    on m.sequence_id = s.id and m.workspace_id = s.workspace_id and m.position = 0
            where s.id = :sequence and s.workspace_id = :workspace
            on conflict (contact_id, workspace_id, sequence_id) do nothing\
            """)
                .param("id", Ids.next())
                .param("contact", contact.id().value())
                .param("recipient", contact.email().value())
                .param("product", enrolment.pitchedProduct())
                .param("fields", fields.write(enrolment.fields()))
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

    @Transactional
    public void stopPitch(ContactId contact, Collection<UUID> products, Instant at) {
        var pitches = "pitched_product = any(:products)";
        stop(contact, pitches, products, "pitch-ended", at);
    }

    /** Who left gets nothing more, and does not go on where it stopped when coming back. */
    @ApplicationModuleListener
    void on(ContactUnsubscribed left) {
        WorkspaceScope.run(left.workspace(), () -> {
            stop(left.contact(), "true", List.of(), "not-subscribed", left.at());
        });
    }

    /**
     * The enrolments first: their locks make a driver that is just writing one of their mails finish before the mails
     * are taken back.
     */
    private void stop(ContactId contact, String which, Collection<UUID> products, String reason, Instant at) {
        jdbc.sql("""
            update enrolments set state = 'STOPPED'
            where contact_id = :contact and workspace_id = :workspace and state <> 'STOPPED' and
            """ + which)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("products", new SqlArrayValue("uuid", products.toArray()))
                .update();
        jdbc.sql("""
            update messages set state = 'CANCELLED', refusal = :reason, left_at = :at
            where contact_id = :contact and workspace_id = :workspace and state = 'QUEUED' and marketing
                and enrolment_id in (select id from enrolments
                    where contact_id = :contact and workspace_id = :workspace and
            """ + which + ")")
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("products", new SqlArrayValue("uuid", products.toArray()))
                .update();
    }
}
