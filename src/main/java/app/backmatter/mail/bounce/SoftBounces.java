package app.backmatter.mail.bounce;

import app.backmatter.audience.Suppressions;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Counts the soft bounces of addresses since mail last arrived there. */
@Component
class SoftBounces {
    /** A mail that was accepted so long ago and not bounced has arrived. */
    private static final Duration ARRIVED = Duration.ofDays(3);

    private static final String COUNT = """
        select r.recipient
        from unnest(:recipients, :forgiven) g (recipient, forgiven)
            join mail_reports r on r.workspace_id = :workspace and r.recipient = g.recipient and r.kind = 'SOFT_BOUNCE'
        where r.at > coalesce(g.forgiven, '-infinity')
            and not exists (select from mail_reports d
                where d.workspace_id = r.workspace_id and d.recipient = r.recipient
                    and d.kind = 'DELIVERED' and d.at >= r.at)
            and not exists (select from broadcast_messages m
                where m.contact_id = r.contact_id and m.workspace_id = r.workspace_id
                    and m.state = 'SENT' and m.at >= r.at and m.at < :settled and m.id <> r.message_id
                    and not exists (select from mail_reports b
                        where b.message_id = m.id and b.workspace_id = m.workspace_id and b.kind <> 'COMPLAINT'))
            and not exists (select from messages m
                where m.contact_id = r.contact_id and m.workspace_id = r.workspace_id
                    and m.state = 'SENT' and m.left_at >= r.at and m.left_at < :settled and m.id <> r.message_id
                    and not exists (select from mail_reports b
                        where b.message_id = m.id and b.workspace_id = m.workspace_id and b.kind <> 'COMPLAINT'))
        group by r.recipient
        having count(distinct coalesce(r.message_id, r.id)) >= :bounces
            and max(r.at) - min(r.at) >= make_interval(days => :days)\
        """;

    private final JdbcClient jdbc;
    private final BounceRulesStore rules;
    private final Suppressions suppressions;
    private final Clock clock;

    SoftBounces(JdbcClient jdbc, BounceRulesStore rules, Suppressions suppressions, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** Those of the addresses, in the workspace in scope, where mail has failed too often. */
    Set<EmailAddress> tooMany(Collection<EmailAddress> recipients) {
        if (recipients.isEmpty()) {
            return Set.of();
        }
        var distinct = List.copyOf(Set.copyOf(recipients));
        var lifted = suppressions.lifted(distinct);
        var limits = rules.get();
        return jdbc
                .sql(COUNT)
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "recipients",
                        new SqlArrayValue(
                                "text",
                                distinct.stream().map(EmailAddress::value).toArray()))
                .param(
                        "forgiven",
                        new SqlArrayValue(
                                "timestamptz",
                                distinct.stream()
                                        .map(lifted::get)
                                        .map(at -> at == null ? null : at.toString())
                                        .toArray()))
                .param("settled", Timestamp.from(clock.instant().minus(ARRIVED)))
                .param("bounces", limits.softBounces())
                .param("days", limits.softDays())
                .query((row, _) -> new EmailAddress(row.getString("recipient")))
                .stream()
                .collect(Collectors.toSet());
    }
}
