package app.backmatter.mail.tracking;

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

    KeepTracks(JdbcClient jdbc, MailActivity activity) {
        this.jdbc = jdbc;
        this.activity = activity;
    }

    private record Track(WorkspaceId workspace, Seen seen) {}

    @Transactional
    public void clicks(List<Click> clicks) {
        tell(
                MailDeed.CLICKED,
                jdbc.sql("""
                    with given as (
                        select * from unnest(:ids, :workspaces, :messages, :links, :scanners, :ats)
                            g(id, workspace_id, message_id, link_id, scanner, at)
                    ), kept as (
                        insert into mail_clicks (id, workspace_id, message_id, link_id, scanner, at)
                        select g.* from given g
                        where exists (select from broadcast_messages m
                            where m.id = g.message_id and m.workspace_id = g.workspace_id)
                        on conflict do nothing
                        returning message_id, workspace_id, at, not scanner as person
                    )
                    select k.workspace_id, m.contact_id, max(k.at) as at
                    from kept k join broadcast_messages m on m.id = k.message_id and m.workspace_id = k.workspace_id
                    where k.person group by 1, 2\
                    """)
                        .param("ids", array("uuid", clicks, Click::id))
                        .param(
                                "workspaces",
                                array(
                                        "uuid",
                                        clicks,
                                        click -> click.link().workspace().value()))
                        .param("messages", array("uuid", clicks, Click::message))
                        .param(
                                "links",
                                array("uuid", clicks, click -> click.link().id()))
                        .param("scanners", array("boolean", clicks, Click::scanner))
                        .param(
                                "ats",
                                array("timestamptz", clicks, click -> click.at().toString())));
    }

    @Transactional
    public void opens(List<Open> opens) {
        tell(
                MailDeed.OPENED,
                jdbc.sql("""
                    with kept as (
                        insert into mail_opens (id, workspace_id, message_id, through, at)
                        select g.id, m.workspace_id, m.id, g.through, g.at
                        from unnest(:ids, :messages, :throughs, :ats) g(id, message_id, through, at)
                            join broadcast_messages m on m.id = g.message_id
                        on conflict do nothing
                        returning message_id, workspace_id, at, through = 'PERSON' as person
                    )
                    select k.workspace_id, m.contact_id, max(k.at) as at
                    from kept k join broadcast_messages m on m.id = k.message_id and m.workspace_id = k.workspace_id
                    where k.person group by 1, 2\
                    """)
                        .param("ids", array("uuid", opens, Open::id))
                        .param("messages", array("uuid", opens, Open::message))
                        .param(
                                "throughs",
                                array("text", opens, open -> open.through().name()))
                        .param(
                                "ats",
                                array("timestamptz", opens, open -> open.at().toString())));
    }

    private void tell(MailDeed deed, JdbcClient.StatementSpec kept) {
        kept
                .query((row, _) -> new Track(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new Seen(new ContactId(row.getObject("contact_id", UUID.class)), at(row.getTimestamp("at")))))
                .list()
                .stream()
                .collect(groupingBy(Track::workspace))
                .forEach((workspace, tracks) -> WorkspaceScope.run(
                        workspace,
                        () -> activity.keep(
                                deed, tracks.stream().map(Track::seen).toList())));
    }

    private static Instant at(Timestamp moment) {
        return moment.toInstant();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
