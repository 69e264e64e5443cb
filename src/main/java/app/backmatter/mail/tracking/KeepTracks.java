package app.backmatter.mail.tracking;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes many clicks or opens in one statement, and tells the audience what people did. What belongs to a message that is
 * not there, or to a link of another workspace, is passed over.
 */
@Component
class KeepTracks {
    private final JdbcClient jdbc;
    private final MailActivity activity;
    private final CountOpenings openings;

    KeepTracks(JdbcClient jdbc, MailActivity activity, CountOpenings openings) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.openings = openings;
    }

    /**
     * @param address of the link that was followed, as its author typed it
     * @param firstOf when the mail left that nobody had opened before; absent for what is none
     */
    private record Kept(
            WorkspaceId workspace,
            String address,
            Seen seen,
            @Nullable Instant firstOf) {}

    @Transactional
    public void clicks(List<Track> clicks) {
        tell(MailDeed.CLICKED, given("""
            with followed as materialized (
                select l.id, l.workspace_id, b.laid_out -> 'links' ->> l.number as address
                from mail_links l join broadcasts b on b.id = l.broadcast_id and b.workspace_id = l.workspace_id
                where l.id = any(:links)
            ), given as materialized (
                select g.id, m.workspace_id, g.message_id, m.contact_id, g.link_id, f.address,
                    g.through = 'PERSON' as person, g.at
                from unnest(:ids, :messages, :links, :throughs, :ats) g(id, message_id, link_id, through, at)
                    join broadcast_messages m on m.id = g.message_id
                    join followed f on f.id = g.link_id and f.workspace_id = m.workspace_id
            ), kept as (
                insert into mail_clicks (id, workspace_id, message_id, link_id, scanner, at)
                select id, workspace_id, message_id, link_id, not person, at from given
                on conflict do nothing
            )
            select workspace_id, contact_id, address, max(at) as at, null::timestamptz as first_of
            from given where person group by 1, 2, 3\
            """, clicks).param("links", array("uuid", clicks, Track::link)));
    }

    @Transactional
    public void opens(List<Track> opens) {
        tell(MailDeed.OPENED, given("""
            with given as materialized (
                select g.id, m.workspace_id, g.message_id, m.contact_id, m.at as left_at, g.through, g.at
                from unnest(:ids, :messages, :throughs, :ats) g(id, message_id, through, at)
                    join broadcast_messages m on m.id = g.message_id
            ), kept as (
                insert into mail_opens (id, workspace_id, message_id, through, at)
                select id, workspace_id, message_id, through, at from given
                on conflict do nothing
            )
            select workspace_id, contact_id, '' as address, max(at) as at,
                case when not exists (select from mail_opens o where o.message_id = g.message_id
                    and o.workspace_id = g.workspace_id and o.through = 'PERSON') then left_at end as first_of
            from given g where through = 'PERSON'
            group by workspace_id, contact_id, message_id, left_at\
            """, opens));
    }

    private JdbcClient.StatementSpec given(String sql, List<Track> tracks) {
        return jdbc.sql(sql)
                .param("ids", array("uuid", tracks, Track::id))
                .param("messages", array("uuid", tracks, Track::message))
                .param(
                        "throughs",
                        array("text", tracks, track -> track.through().name()))
                .param("ats", array("timestamptz", tracks, track -> track.at().toString()));
    }

    private void tell(MailDeed deed, JdbcClient.StatementSpec kept) {
        kept
                .query((row, _) -> new Kept(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        row.getString("address"),
                        new Seen(new ContactId(row.getObject("contact_id", UUID.class)), at(row.getTimestamp("at"))),
                        row.getTimestamp("first_of") == null ? null : at(row.getTimestamp("first_of"))))
                .list()
                .stream()
                .collect(groupingBy(Kept::workspace))
                .forEach((workspace, tracks) -> WorkspaceScope.run(workspace, () -> tell(deed, tracks)));
    }

    private void tell(MailDeed deed, List<Kept> tracks) {
        activity.keep(deed, latest(tracks));
        openings.count(tracks.stream()
                .filter(track -> track.firstOf() != null)
                .map(track -> new Seen(track.seen().contact(), requireNonNull(track.firstOf())))
                .toList());
        if (deed == MailDeed.CLICKED) {
            tracks.stream()
                    .collect(groupingBy(Kept::address))
                    .forEach((address, followed) -> activity.clicked(
                            address,
                            followed.stream()
                                    .map(track -> track.seen().contact())
                                    .toList(),
                            latest(followed).getLast().at()));
        }
    }

    private static List<Seen> latest(List<Kept> tracks) {
        return Seens.latest(tracks.stream().map(Kept::seen).toList());
    }

    private static Instant at(Timestamp moment) {
        return moment.toInstant();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
