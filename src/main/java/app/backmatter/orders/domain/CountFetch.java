package app.backmatter.orders.domain;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.orders.domain.FetchCount.Turn;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts downloads, one after the other for each reader and file, so that parallel ones never pass the limit. */
@Component
class CountFetch {
    private final JdbcClient jdbc;
    private final Clock clock;

    CountFetch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Counted(long fetched, long forgiven) {}

    /** @return false when there were as many as the terms allow */
    @Transactional
    boolean take(Parcel parcel, DeliveryTerms terms, boolean later) {
        // two questions: what the second one sees must be from after the lock of the first
        var counted = lock(parcel);
        var count = new FetchCount(counted.fetched(), counted.forgiven(), begun(parcel));
        var now = clock.instant();
        var turn = count.turn(later, terms, now);
        if (turn == Turn.BEGINS) {
            note(parcel, now);
        }
        return turn != Turn.TOO_MANY;
    }

    /** Of all workspaces: what ended begins no download any more. */
    void forgetLinks() {
        jdbc.sql("delete from download_links where expires_at < ?")
                .param(OrderRow.utc(clock.instant()))
                .update();
    }

    private Counted lock(Parcel parcel) {
        return jdbc.sql("""
            select fetched, forgiven from downloads where id = :id and workspace_id = :workspace for update
            """)
                .param("id", parcel.id())
                .param("workspace", parcel.workspace().value())
                .query((row, _) -> new Counted(row.getLong("fetched"), row.getLong("forgiven")))
                .single();
    }

    private @Nullable Instant begun(Parcel parcel) {
        return jdbc.sql("""
            select begun_at from download_links
            where download_id = :id and workspace_id = :workspace and expires_at = :link
            """)
                .param("id", parcel.id())
                .param("workspace", parcel.workspace().value())
                .param("link", OrderRow.utc(parcel.linkExpires()))
                .query((row, _) -> OrderRow.requireInstant(row, "begun_at"))
                .optional()
                .orElse(null);
    }

    private void note(Parcel parcel, Instant now) {
        jdbc.sql("""
            with link as (
                insert into download_links (download_id, workspace_id, expires_at, begun_at)
                values (:id, :workspace, :link, :now)
                on conflict (download_id, workspace_id, expires_at) do update set begun_at = excluded.begun_at)
            update downloads set fetched = fetched + 1, last_fetched_at = :now
            where id = :id and workspace_id = :workspace
            """)
                .param("id", parcel.id())
                .param("workspace", parcel.workspace().value())
                .param("link", OrderRow.utc(parcel.linkExpires()))
                .param("now", OrderRow.utc(now))
                .update();
    }
}
