package app.backmatter.mail.tracking;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
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
    private final Audience audience;
    private final Tally tally;

    KeepTracks(JdbcClient jdbc, MailActivity activity, Audience audience, Tally tally) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.audience = audience;
        this.tally = tally;
    }

    /**
     * @param address of the link that was followed, as its author typed it
     * @param firstOf when the mail left that nobody had opened before; absent for what is none
     */
    private record Track(
            WorkspaceId workspace,
            String address,
            Seen seen,
            @Nullable Instant firstOf) {}

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
                                returning message_id, workspace_id, link_id, at, not scanner as person
                            )
                            select k.workspace_id, m.contact_id, b.laid_out -> 'links' ->> l.number as address, max(k.at) as at,
                                null::timestamptz as first_of
                            from kept k join broadcast_messages m on m.id = k.message_id and m.workspace_id = k.workspace_id
                                join mail_links l on l.id = k.link_id and l.workspace_id = k.workspace_id
                        join broadcasts b on b.id = l.broadcast_id and b.workspace_id = l.workspace_id
                    where k.person group by 1, 2, 3\
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
                    select k.workspace_id, m.contact_id, '' as address, max(k.at) as at,
                        case when not exists (select from mail_opens o where o.message_id = m.id
                            and o.workspace_id = m.workspace_id and o.through = 'PERSON') then m.at end as first_of
                    from kept k join broadcast_messages m on m.id = k.message_id and m.workspace_id = k.workspace_id
                    where k.person group by m.id, k.workspace_id, m.contact_id, m.workspace_id, m.at\
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
                        row.getString("address"),
                        new Seen(new ContactId(row.getObject("contact_id", UUID.class)), at(row.getTimestamp("at"))),
                        row.getTimestamp("first_of") == null ? null : at(row.getTimestamp("first_of"))))
                .list()
                .stream()
                .collect(groupingBy(Track::workspace))
                .forEach((workspace, tracks) -> WorkspaceScope.run(workspace, () -> tell(deed, tracks)));
    }

    private void tell(MailDeed deed, List<Track> tracks) {
        activity.keep(deed, latest(tracks));
        count(tracks.stream().filter(track -> track.firstOf() != null).toList());
        if (deed == MailDeed.CLICKED) {
            tracks.stream()
                    .collect(groupingBy(Track::address))
                    .forEach((address, followed) -> activity.clicked(
                            address,
                            followed.stream()
                                    .map(track -> track.seen().contact())
                                    .toList(),
                            latest(followed).getLast().at()));
        }
    }

    private void count(List<Track> firsts) {
        if (firsts.isEmpty()) {
            return;
        }
        var addresses = audience.addresses(
                firsts.stream().map(track -> track.seen().contact()).toList());
        tally.add(firsts.stream()
                .filter(track -> addresses.containsKey(track.seen().contact()))
                .map(track -> new Count(
                        Figure.OPENED,
                        requireNonNull(addresses.get(track.seen().contact())),
                        requireNonNull(track.firstOf())))
                .toList());
    }

    private static List<Seen> latest(List<Track> tracks) {
        return Seens.latest(tracks.stream().map(Track::seen).toList());
    }

    private static Instant at(Timestamp moment) {
        return moment.toInstant();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
