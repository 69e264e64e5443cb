package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.audience.Recipients;
import app.backmatter.shared.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which node writes to whom. Leases are measured by the database's clock, so that nodes need not agree on the time: a
 * node that was killed holds its batches a few seconds more, and then another one goes on with them.
 */
@Component
class Batches {
    private static final String LEASED = "clock_timestamp() + interval '15 seconds'";

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Round round;
    private final Aftermath aftermath;
    private final Clock clock;

    Batches(JdbcClient jdbc, Recipients recipients, Round round, Aftermath aftermath, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.round = round;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** @param messages perhaps none, when nobody is left to write to */
    record Taken(Lease lease, List<Outgoing> messages) {}

    /**
     * Takes a batch or two: one that nobody holds any more, else messages whose moment to be tried again has come, else readers
     * who were not reached yet.
     *
     * @param limit how many messages it may have when it is a new one
     * @return nothing when there is nothing to take now
     */
    @Transactional
    public List<Taken> take(BroadcastJob job, int limit) {
        var begun = abandoned(job).or(() -> postponed(job, limit));
        return begun.isPresent()
                ? List.of(begun.get())
                : round.next(job, limit).stream()
                        .map(portion -> portion.hours().isEmpty() ? queue(job, portion) : wait(job, portion))
                        .toList();
    }

    private Optional<Taken> abandoned(BroadcastJob job) {
        return scoped(job, """
            update broadcast_batches set attempt = attempt + 1, leased_until = %s
            where workspace_id = :workspace and id = (select id from broadcast_batches
                where broadcast_id = :broadcast and workspace_id = :workspace
                    and not closed and leased_until < clock_timestamp()
                order by leased_until limit 1 for update skip locked)
            returning id, attempt, subject, reached, unended\
            """.formatted(LEASED))
                .query((row, n) -> new Lease(
                        row.getObject("id", UUID.class),
                        row.getInt("attempt"),
                        row.getInt("subject"),
                        row.getObject("reached", UUID.class),
                        Set.of((UUID[]) row.getArray("unended").getArray())))
                .optional()
                .map(lease -> {
                    settle(job, lease);
                    return rest(job, lease);
                });
    }

    /** What is left to do in a batch, without those who may not be mailed any more. */
    private Taken rest(BroadcastJob job, Lease lease) {
        record Row(UUID id, ContactId contact, int tries) {}
        var rows = scoped(job, """
            select id, contact_id, tries from broadcast_messages
            where batch_id = :batch and workspace_id = :workspace and broadcast_id = :broadcast
                and state = 'QUEUED' order by id\
            """)
                .param("batch", lease.batch())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getInt("tries")))
                .list();
        var known = recipients.of(rows.stream().map(Row::contact).toList()).stream()
                .collect(Collectors.toMap(Recipient::contact, Function.identity()));
        var messages = new ArrayList<Outgoing>();
        var unwanted = new ArrayList<UUID>();
        for (var row : rows) {
            var recipient = known.get(row.contact());
            if (recipient == null) {
                unwanted.add(row.id());
            } else {
                messages.add(new Outgoing(row.id(), recipient, lease, row.tries()));
            }
        }
        cancel(job, unwanted);
        return expected(lease, messages);
    }

    private void cancel(BroadcastJob job, Collection<UUID> messages) {
        scoped(job, """
            update broadcast_messages set state = 'CANCELLED', at = :now
            where id = any(:messages) and workspace_id = :workspace and broadcast_id = :broadcast\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("messages", new SqlArrayValue("uuid", messages.toArray()))
                .update();
    }

    private Optional<Taken> postponed(BroadcastJob job, int limit) {
        var due = due(job, limit);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var kind = kind(job, due.getFirst());
        var batch = Ids.next();
        scoped(job, """
            update broadcast_messages m set batch_id = :batch, state = 'QUEUED', due_at = null, refusal = null
            from broadcast_batches b
            where m.id = any(:due) and m.workspace_id = :workspace and m.broadcast_id = :broadcast
                and b.id = m.batch_id and b.workspace_id = m.workspace_id
                and b.subject = :subject and b.sample = :sample\
            """)
                .param("batch", batch)
                .param("due", new SqlArrayValue("uuid", due.toArray()))
                .param("subject", kind.subject())
                .param("sample", kind.sample())
                .update();
        return Optional.of(rest(job, open(job, batch, kind)));
    }

    private List<UUID> due(BroadcastJob job, int limit) {
        return scoped(job, """
            select id from broadcast_messages
            where broadcast_id = :broadcast and workspace_id = :workspace and due_at <= :now
            order by due_at limit :limit for update skip locked\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** What those have in common who are in one batch with that message. */
    private Portion kind(BroadcastJob job, UUID message) {
        return scoped(job, """
            select b.subject, b.sample from broadcast_messages m
                join broadcast_batches b on b.id = m.batch_id and b.workspace_id = m.workspace_id
            where m.id = :message and m.workspace_id = :workspace and m.broadcast_id = :broadcast\
            """)
                .param("message", message)
                .query((row, n) -> new Portion(row.getInt("subject"), row.getBoolean("sample"), List.of()))
                .single();
    }

    private Taken queue(BroadcastJob job, Portion portion) {
        var lease = open(job, Ids.next(), portion);
        var messages = new ArrayList<Outgoing>(portion.readers().size());
        portion.readers().forEach(reader -> messages.add(new Outgoing(Ids.next(), reader, lease, 0)));
        scoped(job, """
            insert into broadcast_messages (id, workspace_id, broadcast_id, batch_id, contact_id, state, at)
            select n.id, :workspace, :broadcast, :batch, n.contact, 'QUEUED', :now
            from unnest(:ids, :contacts) n(id, contact)\
            """)
                .param("batch", lease.batch())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids(messages, Outgoing::id))
                .param("contacts", ids(messages, message -> message.contact().value()))
                .update();
        return expected(lease, messages);
    }

    /** They wait for their hours as what was put off does; the batch that they came in has nothing to do. */
    private Taken wait(BroadcastJob job, Portion portion) {
        var lease = open(job, Ids.next(), portion);
        scoped(job, """
            insert into broadcast_messages (id, workspace_id, broadcast_id, batch_id, contact_id, state, at, due_at)
            select n.id, :workspace, :broadcast, :batch, n.contact, 'POSTPONED', :now, n.due
            from unnest(:ids, :contacts, :dues) n(id, contact, due)\
            """)
                .param("batch", lease.batch())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids(portion.readers(), _ -> Ids.next()))
                .param(
                        "contacts",
                        ids(portion.readers(), reader -> reader.contact().value()))
                .param(
                        "dues",
                        new SqlArrayValue(
                                "timestamptz",
                                portion.readers().stream()
                                        .map(reader ->
                                                String.valueOf(portion.hours().get(reader.contact())))
                                        .toArray()))
                .update();
        return expected(lease, List.of());
    }

    private Lease open(BroadcastJob job, UUID batch, Portion kind) {
        scoped(job, """
            insert into broadcast_batches (id, workspace_id, broadcast_id, subject, sample, leased_until)
            values (:batch, :workspace, :broadcast, :subject, :sample, %s)\
            """.formatted(LEASED))
                .param("batch", batch)
                .param("subject", kind.subject())
                .param("sample", kind.sample())
                .update();
        return new Lease(batch, 1, kind.subject());
    }

    private static Taken expected(Lease lease, List<Outgoing> messages) {
        lease.expect(messages.size());
        return new Taken(lease, messages);
    }

    /** Holds them some seconds more; those that another node took meanwhile stay that node's. */
    void renew(BroadcastJob job, Collection<Lease> leases) {
        lease(job, leases, LEASED);
    }

    /** Gives those of its messages that left their state. */
    void settle(BroadcastJob job, Lease lease) {
        jdbc.sql("select settle_broadcast_batch(:workspace, :batch, :now)")
                .param("workspace", job.workspace().value())
                .param("batch", lease.batch())
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {});
    }

    /** Lets others have them at once. */
    void release(BroadcastJob job, Collection<Lease> leases) {
        leases.forEach(lease -> settle(job, lease));
        lease(job, leases, "clock_timestamp() - interval '1 second'");
    }

    private void lease(BroadcastJob job, Collection<Lease> leases, String until) {
        if (leases.isEmpty()) {
            return;
        }
        scoped(job, """
            update broadcast_batches b set leased_until = %s
            from unnest(:batches, :attempts) l(id, attempt)
            where b.id = l.id and b.attempt = l.attempt and b.workspace_id = :workspace
                and b.broadcast_id = :broadcast and not b.closed\
            """.formatted(until))
                .param("batches", ids(leases, Lease::batch))
                .param(
                        "attempts",
                        new SqlArrayValue(
                                "int", leases.stream().map(Lease::attempt).toArray()))
                .update();
    }

    /** All its messages have left, were refused or wait for another try: it is counted, and done with. */
    @Transactional
    public void close(BroadcastJob job, Lease lease) {
        settle(job, lease);
        int closed = scoped(job, """
            update broadcast_batches b set closed = true, sent = c.sent, failed = c.failed, cancelled = c.cancelled
            from (select count(*) filter (where state = 'SENT') as sent,
                    count(*) filter (where state = 'FAILED') as failed,
                    count(*) filter (where state = 'CANCELLED') as cancelled,
                    count(*) filter (where state = 'QUEUED') as open
                from broadcast_messages
                where batch_id = :batch and workspace_id = :workspace and broadcast_id = :broadcast) c
            where b.id = :batch and b.workspace_id = :workspace and b.attempt = :attempt and c.open = 0 and not b.closed\
            """)
                .param("batch", lease.batch())
                .param("attempt", lease.attempt())
                .update();
        if (closed > 0) {
            aftermath.of(job, lease.batch());
        }
    }

    /** The mail server refused the sender, whoever the mail is for: the author has to mend that. */
    void pause(BroadcastJob job, String reply) {
        scoped(job, """
            update broadcasts set state = 'PAUSED', stopped_by = left(:reply, 300), version = version + 1
            where id = :broadcast and workspace_id = :workspace and state = 'SENDING'\
            """).param("reply", reply).update();
    }

    /** Whether nothing is left to do, now or later. It is over from then on. */
    boolean end(BroadcastJob job) {
        sampled(job);
        return scoped(job, """
            update broadcasts set state = 'SENT', ended_at = :now, version = version + 1
            where id = :broadcast and workspace_id = :workspace and state = 'SENDING' and drained
                and stage in ('ALL', 'REST')
                and not exists (select from broadcast_batches
                    where broadcast_id = :broadcast and workspace_id = :workspace and not closed)
                and not exists (select from broadcast_messages
                    where broadcast_id = :broadcast and workspace_id = :workspace and due_at is not null)\
            """).param("now", Timestamp.from(clock.instant())).update() > 0;
    }

    /**
     * The sample has left but for what was put off: now it waits for what its readers do. Not where one of the subjects
     * reached nobody, for there is nothing to tell: unless what was put off may still tell it.
     */
    private void sampled(BroadcastJob job) {
        scoped(job, """
            update broadcasts set stage = 'WAIT', version = version + 1,
                decides_at = case
                    when (select count(distinct subject) from broadcast_batches
                        where broadcast_id = :broadcast and workspace_id = :workspace and sample and sent > 0) < 2
                    then :now::timestamptz
                    when winner_rule <> 'AUTHOR' then :now::timestamptz + make_interval(hours => winner_after_hours) end
            where id = :broadcast and workspace_id = :workspace and state = 'SENDING' and drained and stage = 'SAMPLE'
                and not exists (select from broadcast_batches
                    where broadcast_id = :broadcast and workspace_id = :workspace and not closed)
                and ((select count(distinct subject) from broadcast_batches
                        where broadcast_id = :broadcast and workspace_id = :workspace and sample and sent > 0) = 2
                    or not exists (select from broadcast_messages
                        where broadcast_id = :broadcast and workspace_id = :workspace and due_at is not null))\
            """).param("now", Timestamp.from(clock.instant())).update();
    }

    private JdbcClient.StatementSpec scoped(BroadcastJob job, String sql) {
        return jdbc.sql(sql).param("workspace", job.workspace().value()).param("broadcast", job.id());
    }

    private static <T> SqlArrayValue ids(Collection<T> rows, Function<T, UUID> id) {
        return new SqlArrayValue("uuid", rows.stream().map(id).toArray());
    }
}
