package app.backmatter.mail.tracking;

import app.backmatter.audience.MailDeed;
import java.util.List;
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
    private final TellAudience audience;

    KeepTracks(JdbcClient jdbc, TellAudience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    @Transactional
    public void clicks(List<Track> clicks) {
        audience.tell(MailDeed.CLICKED, given("""
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
        audience.tell(MailDeed.OPENED, given("""
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

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
