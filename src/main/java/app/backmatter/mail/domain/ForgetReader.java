package app.backmatter.mail.domain;

import app.backmatter.audience.ContactErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Forgets the mails and the sequences of a person who was erased. */
@Component
class ForgetReader {
    private final JdbcClient jdbc;

    ForgetReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(ContactErased erased) {
        for (var table : new String[] {"messages", "enrolments", "broadcast_messages", "mail_reports"}) {
            jdbc.sql("delete from " + table + " where contact_id = :contact and workspace_id = :workspace")
                    .param("contact", erased.contact().value())
                    .param("workspace", erased.workspace().value())
                    .update();
        }
    }
}
