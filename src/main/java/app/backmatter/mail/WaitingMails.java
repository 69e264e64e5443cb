package app.backmatter.mail;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.transport.Trouble;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What should have left the workspace in scope and waits, because no mail server takes it. */
@Service
public class WaitingMails {
    /** So often a server may put a single letter off as a matter of course: after a quarter of an hour it no longer is. */
    private static final int USUAL_TRIES = 4;

    /** Those that tell of the server, not of one letter. */
    private static final List<String> AWAY = Arrays.stream(Trouble.Kind.values())
            .filter(kind -> kind != Trouble.Kind.SAID)
            .map(Trouble.Kind::name)
            .toList();

    private final JdbcClient jdbc;
    private final MailServer server;

    WaitingMails(JdbcClient jdbc, MailServer server) {
        this.jdbc = jdbc;
        this.server = server;
    }

    /** @param since when its mail server last took something; absent where none is set */
    public record Waiting(
            UUID broadcast, String subject, @Nullable Instant since) {}

    /** Those that are on their way; who has paused one knows why it waits. */
    public List<Waiting> broadcasts() {
        boolean isSet = server.isSetHere();
        return jdbc.sql("""
            select id, case winner when 1 then other_subject else subject end as subject, silent_since from broadcasts
            where workspace_id = :workspace and state = 'SENDING' and stage <> 'WAIT'
                and (silent_since is not null or not :set)
            order by id\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("set", isSet)
                .query((row, _) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        Optional.ofNullable(row.getTimestamp("silent_since"))
                                .filter(_ -> isSet)
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    /** How many letters were tried in vain, and will be again. */
    public long letters() {
        return jdbc.sql("""
            select count(*) from messages
            where workspace_id = :workspace and state in ('QUEUED', 'SENDING') and refusal is not null
                and refusal <> 'not-written' and (split_part(refusal, ' ', 1) in (:away) or attempts - waited > :usual)\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("away", AWAY)
                .param("usual", USUAL_TRIES)
                .query(Long.class)
                .single();
    }
}
