package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which of a sequence's mails the mail server took. */
@Service
public class SentSteps {
    private final JdbcClient jdbc;
    private final MailActivity activity;

    SentSteps(JdbcClient jdbc, MailActivity activity) {
        this.jdbc = jdbc;
        this.activity = activity;
    }

    /** @param fields of the message */
    @Transactional
    public void sent(Map<String, String> fields, Instant at) {
        jdbc.sql("""
            update enrolment_steps set sent_at = :at
            where enrolment_id = :enrolment and step_id = :mail and workspace_id = :workspace\
            """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("enrolment", UUID.fromString(fields.getOrDefault("enrolment", "")))
                .param("mail", UUID.fromString(fields.getOrDefault("mail", "")))
                .param("workspace", WorkspaceScope.current().value())
                .update();
        var contact = ContactId.of(fields.getOrDefault("contact", ""));
        activity.keep(MailDeed.MAILED, List.of(new MailActivity.Seen(contact, at)));
    }
}
