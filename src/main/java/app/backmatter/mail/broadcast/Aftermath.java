package app.backmatter.mail.broadcast;

import static java.util.Objects.requireNonNull;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.KeepReports;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
import app.backmatter.mail.transport.Trouble;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the messages of a closed batch leave behind: told once for all of them, in the transaction that closes it, so that
 * no message costs more for it.
 */
@Component
class Aftermath {
    private final JdbcClient jdbc;
    private final MailActivity activity;
    private final Audience audience;
    private final Tally tally;
    private final KeepReports reports;

    Aftermath(JdbcClient jdbc, MailActivity activity, Audience audience, Tally tally, KeepReports reports) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.audience = audience;
        this.tally = tally;
        this.reports = reports;
    }

    /** @param reply empty for what was accepted */
    private record Left(UUID id, ContactId contact, String state, String reply, Instant at) {}

    void of(BroadcastJob job, UUID batch) {
        var left = left(job, batch);
        var refused = left.stream()
                // what we could not write, and what nobody answered, tells nothing of the address
                .filter(one -> one.state().equals("FAILED")
                        && !one.reply().equals(Ending.NOT_WRITTEN)
                        && Trouble.parse(one.reply()).isSaid())
                .map(one -> Report.bySmtp(new MessageId(one.id()), one.reply(), one.at()))
                .toList();
        if (!refused.isEmpty()) {
            // all of them before any figures, as whoever keeps openings does: reports change contacts again
            activity.hold(left.stream().map(Left::contact).toList());
        }
        accepted(left.stream().filter(one -> one.state().equals("SENT")).toList());
        if (!refused.isEmpty()) {
            reports.keep(refused);
        }
    }

    private void accepted(List<Left> sent) {
        activity.keep(
                MailDeed.MAILED,
                sent.stream().map(one -> new Seen(one.contact(), one.at())).toList());
        var addresses = audience.addresses(sent.stream().map(Left::contact).toList());
        tally.add(sent.stream()
                .filter(one -> addresses.containsKey(one.contact()))
                .map(one -> new Count(Figure.ACCEPTED, requireNonNull(addresses.get(one.contact())), one.at()))
                .toList());
    }

    private List<Left> left(BroadcastJob job, UUID batch) {
        return jdbc.sql("""
            select id, contact_id, state, coalesce(refusal, '') as reply, at from broadcast_messages
            where batch_id = :batch and workspace_id = :workspace and broadcast_id = :broadcast
                and state in ('SENT', 'FAILED')\
            """)
                .param("batch", batch)
                .param("workspace", job.workspace().value())
                .param("broadcast", job.id())
                .query((row, _) -> new Left(
                        row.getObject("id", UUID.class),
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("state"),
                        row.getString("reply"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
