package app.backmatter.mail.domain;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Queues the mails that accounts ask for. The private path is new with each request, so it tells repetitions apart. */
@Component
class QueueAccountMail {
    private final JdbcClient jdbc;
    private final Fields fields;
    private final Postman postman;
    private final Clock clock;

    QueueAccountMail(JdbcClient jdbc, Fields fields, Postman postman, Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.postman = postman;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AccountMailRequested request) {
        jdbc.sql("""
            insert into account_messages (id, recipient, template, fields, key, state, due_at, queued_at)
            values (:id, :recipient, :template, :fields::jsonb, :key, 'QUEUED', :now, :now)
            on conflict (key) do nothing\
            """)
                .param("id", Ids.next())
                .param("recipient", request.to().value())
                .param(
                        "template",
                        request.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .param("fields", fields.write(Map.of("path", request.path(), "workspace", request.workspaceName())))
                .param("key", request.path())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        postman.nudgeAfterCommit();
    }
}
