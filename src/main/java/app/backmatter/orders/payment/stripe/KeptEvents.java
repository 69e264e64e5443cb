package app.backmatter.orders.payment.stripe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What Stripe told, kept before it is acted on and each once. Of the installation: an account stands for a workspace, and
 * the installation's account for several.
 */
@Repository
class KeptEvents {
    private final JdbcClient jdbc;

    KeptEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without effect when it is known. */
    void keep(String account, EventBody event, String body, Instant now) {
        jdbc.sql("""
            insert into stripe_events (account, id, type, body, received_at, due_at)
            values (:account, :id, :type, :body, :now, :now)
            on conflict (account, id) do nothing
            """)
                .param("account", account)
                .param("id", event.id())
                .param("type", event.type())
                .param("body", body)
                .param("now", utc(now))
                .update();
    }

    List<KeptEvent> due(Instant now, int limit) {
        return jdbc.sql("""
            select account, id, body, tries, received_at from stripe_events
            where due_at <= :now order by due_at limit :limit
            """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(KeptEvents::event)
                .list();
    }

    /** It was acted on, or given up: what it said is forgotten, that it came is not. */
    void close(KeptEvent event, boolean acted, Instant now) {
        jdbc.sql("""
            update stripe_events set body = '', due_at = null, acted_at = :actedAt
            where account = :account and id = :id
            """)
                .param("actedAt", acted ? utc(now) : null)
                .param("account", event.account())
                .param("id", event.id())
                .update();
    }

    void postpone(KeptEvent event, Instant until) {
        jdbc.sql("update stripe_events set tries = tries + 1, due_at = :until where account = :account and id = :id")
                .param("until", utc(until))
                .param("account", event.account())
                .param("id", event.id())
                .update();
    }

    /** Up to when Stripe was asked what happened; empty before the first time. */
    Optional<Instant> toldUntil(String account) {
        return jdbc.sql("select told_until from stripe_tellings where account = :account")
                .param("account", account)
                .query((row, number) ->
                        row.getObject("told_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    void told(String account, Instant until) {
        jdbc.sql("""
            insert into stripe_tellings (account, told_until) values (:account, :until)
            on conflict (account) do update set told_until = excluded.told_until
            """).param("account", account).param("until", utc(until)).update();
    }

    /** Stripe sends nothing again after a month. */
    void forget(Instant before) {
        jdbc.sql("delete from stripe_events where due_at is null and received_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static KeptEvent event(ResultSet row, int number) throws SQLException {
        return new KeptEvent(
                row.getString("account"),
                row.getString("id"),
                row.getString("body"),
                row.getInt("tries"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
