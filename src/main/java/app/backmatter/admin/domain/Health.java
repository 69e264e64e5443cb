package app.backmatter.admin.domain;

import app.backmatter.mail.MailHealth;
import app.backmatter.mail.MailServer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the installation does behind the pages. */
@Component
public class Health {
    private static final Duration LATE = Duration.ofMinutes(10);

    private final MailServer mailServer;
    private final MailHealth mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    Health(MailServer mailServer, MailHealth mails, JdbcClient jdbc, Clock clock) {
        this.mailServer = mailServer;
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A look at it now.
     *
     * @param stoppedWorkspaces whose broadcasts are stopped, as too much came back
     * @param failingJobs jobs whose last run failed
     * @param lateEvents events between modules that have waited for more than ten minutes
     */
    public record Reading(
            boolean hasMailServer, long failedMails, long stoppedWorkspaces, long failingJobs, long lateEvents) {}

    public Reading read() {
        return new Reading(
                mailServer.isSet(), mails.failedAnywhere(), mails.stoppedWorkspaces(), failingJobs(), lateEvents());
    }

    private long failingJobs() {
        return jdbc.sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
                .query(Long.class)
                .single();
    }

    private long lateEvents() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null and publication_date <"
                        + " :since")
                .param("since", clock.instant().minus(LATE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
