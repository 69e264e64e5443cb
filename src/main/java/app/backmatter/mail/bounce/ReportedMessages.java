package app.backmatter.mail.bounce;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Finds the mails that reports are about, and so whose they are. */
@Component
class ReportedMessages {
    private final JdbcClient jdbc;
    private final Audience audience;

    ReportedMessages(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    /** @param recipient empty for a broadcast's message, which goes to wherever its contact is reached */
    private record Mail(
            WorkspaceId workspace,
            @Nullable ContactId contact,
            @Nullable UUID broadcast,
            String recipient,
            Instant leftAt) {}

    /** @return for each report, in the same order: empty when it is about no mail of ours */
    List<Optional<Case>> match(List<Report> reports, Instant now) {
        var mails = mails(reports.stream()
                .map(Report::message)
                .filter(Objects::nonNull)
                .map(message -> requireNonNull(message).value())
                .collect(toSet()));
        var addresses = addresses(mails.values());
        return reports.stream()
                .map(report -> report.message() != null
                                && mails.containsKey(report.message().value())
                        ? byMessage(
                                report,
                                requireNonNull(mails.get(report.message().value())),
                                addresses,
                                now)
                        : byAddress(report, now))
                .toList();
    }

    private Optional<Case> byMessage(Report report, Mail mail, Map<ContactId, EmailAddress> addresses, Instant now) {
        if (report.workspace() != null && !report.workspace().equals(mail.workspace())) {
            return Optional.empty();
        }
        var recipient = mail.contact() == null || addresses.containsKey(mail.contact())
                ? mail.recipient().isEmpty()
                        ? Optional.ofNullable(mail.contact()).map(addresses::get)
                        : EmailAddress.parse(mail.recipient())
                // erased, and the mail about to be forgotten
                : Optional.<EmailAddress>empty();
        return recipient.map(to -> new Case(
                Ids.next(),
                report,
                mail.workspace(),
                to,
                mail.contact(),
                requireNonNull(report.message()).value(),
                mail.broadcast(),
                mail.leftAt(),
                earlier(report.at(), now)));
    }

    /** Of nobody who is not on the list: whoever was erased does not come back by a report. */
    private Optional<Case> byAddress(Report report, Instant now) {
        var workspace = report.workspace();
        var address = report.address();
        if (workspace == null || address == null || address.isErased()) {
            return Optional.empty();
        }
        var contact = WorkspaceScope.call(workspace, () -> audience.find(address));
        var at = earlier(report.at(), now);
        return contact.map(known -> new Case(Ids.next(), report, workspace, address, known.id(), null, null, at, at));
    }

    private static Instant earlier(Instant at, Instant now) {
        return at.isAfter(now) ? now : at;
    }

    private Map<UUID, Mail> mails(Collection<UUID> ids) {
        var mails = new HashMap<UUID, Mail>();
        if (ids.isEmpty()) {
            return mails;
        }
        // whose they are is what is asked for: the id alone names a mail in the whole installation
        jdbc.sql("""
            select id, workspace_id, contact_id, broadcast_id, '' as recipient, at
            from broadcast_messages where id = any(:ids) and state <> 'CANCELLED'
            union all
            select id, workspace_id, contact_id, null, recipient, coalesce(left_at, queued_at)
            from messages where id = any(:ids) and state in ('SENDING', 'SENT', 'FAILED')\
            """).param("ids", new SqlArrayValue("uuid", ids.toArray())).query(row -> {
            mails.put(row.getObject("id", UUID.class), mail(row));
        });
        return mails;
    }

    private static Mail mail(ResultSet row) throws SQLException {
        var contact = row.getObject("contact_id", UUID.class);
        return new Mail(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                contact == null ? null : new ContactId(contact),
                row.getObject("broadcast_id", UUID.class),
                row.getString("recipient"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private Map<ContactId, EmailAddress> addresses(Collection<Mail> mails) {
        var addresses = new HashMap<ContactId, EmailAddress>();
        mails.stream()
                .filter(mail -> mail.contact() != null)
                .collect(groupingBy(Mail::workspace, mapping(mail -> requireNonNull(mail.contact()), toSet())))
                .forEach((workspace, contacts) ->
                        WorkspaceScope.run(workspace, () -> addresses.putAll(audience.addresses(contacts))));
        return addresses;
    }
}
