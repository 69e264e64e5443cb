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
 * Writes down that mails of sequences were opened and followed, many in one statement: of each mail the first time, since
 * a condition asks whether and not how often. What belongs to no message is passed over.
 */
@Component
class KeepStepTracks {
    private final JdbcClient jdbc;
    private final TellAudience audience;

    KeepStepTracks(JdbcClient jdbc, TellAudience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    @Transactional
    public void opens(List<Track> opens) {
        var kept = jdbc.sql("""
            with seen as (
                select message_id, min(at) filter (where through = 'PERSON') as opened,
                    min(at) filter (where through = 'PROXY') as proxied
                from unnest(:messages, :throughs, :ats) g(message_id, through, at)
                where through <> 'SCANNER' group by 1
            )
            update enrolment_steps s
            set opened_at = least(s.opened_at, seen.opened), proxied_at = least(s.proxied_at, seen.proxied)
            from seen, enrolments e
            where s.message_id = seen.message_id and e.id = s.enrolment_id and e.workspace_id = s.workspace_id
            returning s.workspace_id, e.contact_id, '' as address, seen.opened as at,
                case when old.opened_at is null then s.sent_at end as first_of\
            """)
                .param("messages", array("uuid", opens, Track::message))
                .param("throughs", array("text", opens, open -> open.through().name()))
                .param("ats", array("timestamptz", opens, open -> open.at().toString()));
        audience.tell(MailDeed.OPENED, kept);
    }

    @Transactional
    public void clicks(List<Track> clicks) {
        var kept = jdbc.sql("""
            with seen as (
                select g.message_id, l.workspace_id, l.url, min(g.at) as at
                from unnest(:messages, :links, :ats) g(message_id, link_id, at) join sequence_links l on l.id = g.link_id
                group by 1, 2, 3
            ), first as (
                select message_id, workspace_id, min(at) as at from seen group by 1, 2
            ), kept as (
                update enrolment_steps s set clicked_at = least(s.clicked_at, first.at)
                from first where s.message_id = first.message_id and s.workspace_id = first.workspace_id
                returning s.message_id, s.workspace_id, s.enrolment_id
            )
            select k.workspace_id, e.contact_id, seen.url as address, seen.at, null::timestamptz as first_of
            from kept k
                join enrolments e on e.id = k.enrolment_id and e.workspace_id = k.workspace_id
                join seen on seen.message_id = k.message_id and seen.workspace_id = k.workspace_id\
            """);
        var people = clicks.stream()
                .filter(click -> click.through() == Through.PERSON)
                .toList();
        audience.tell(
                MailDeed.CLICKED,
                kept.param("messages", array("uuid", people, Track::message))
                        .param("links", array("uuid", people, Track::link))
                        .param(
                                "ats",
                                array("timestamptz", people, click -> click.at().toString())));
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
