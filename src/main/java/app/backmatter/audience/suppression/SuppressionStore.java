package app.backmatter.audience.suppression;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suppressed addresses of the workspace in scope. Their contacts' rows are kept by the table's triggers. */
@Service
public class SuppressionStore {
    /** A weaker reason changes nothing of a stronger one in force; who was lifted is suppressed anew. */
    private static final String SUPPRESS = """
        with told as (
            insert into suppressions as s (id, workspace_id, email, reason, words, at)
            select id, :workspace, email, reason, left(words, 500), at
            from unnest(:ids, :emails, :reasons, :words, :ats) as g (id, email, reason, words, at)
            on conflict (workspace_id, email) do update
                set reason = excluded.reason, words = excluded.words, at = excluded.at, lifted_at = null
                where s.lifted_at is not null or array_position(:strength, excluded.reason) > array_position(:strength, s.reason)
            returning workspace_id, email, reason, at
        )
        insert into contact_events (workspace_id, contact_id, kind, detail, at)
        select c.workspace_id, c.id, 'mail-suppressed-' || t.reason, '', t.at
        from told t join contacts c on c.workspace_id = t.workspace_id and c.email = t.email\
        """;

    private final JdbcClient jdbc;

    SuppressionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In a list: by its id, which goes into addresses of pages where a person's address must not. */
    public record Listed(UUID id, Suppression suppression) {}

    @Transactional
    public void suppress(Collection<Suppression> suppressions) {
        var strongest = strongest(suppressions);
        if (strongest.isEmpty()) {
            return;
        }
        scoped(SUPPRESS)
                .param("ids", array("uuid", strongest, each -> Ids.next()))
                .param("emails", array("text", strongest, each -> each.email().value()))
                .param("reasons", array("text", strongest, each -> each.reason().name()))
                .param("words", array("text", strongest, Suppression::words))
                .param("ats", array("timestamptz", strongest, each -> each.at().toString()))
                .param("strength", array("text", List.of(SuppressionReason.values()), SuppressionReason::name))
                .update();
    }

    /** One for each address, in the order in which rows are locked. */
    private static List<Suppression> strongest(Collection<Suppression> suppressions) {
        return suppressions.stream()
                .filter(each -> !each.email().isErased())
                .collect(Collectors.toMap(
                        Suppression::email,
                        Function.identity(),
                        (one, other) -> one.reason().compareTo(other.reason()) >= 0 ? one : other))
                .values()
                .stream()
                .sorted(Comparator.comparing(each -> each.email().value()))
                .toList();
    }

    public Optional<Suppression> of(EmailAddress email) {
        return listed(email).map(Listed::suppression);
    }

    public Optional<Listed> listed(EmailAddress email) {
        return scoped("select * from suppressions where workspace_id = :workspace and email = :email"
                        + " and lifted_at is null")
                .param("email", email.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** It gets mail again, as far as its person wants any. Nothing happens when it gets it already. */
    @Transactional
    public void lift(UUID id, Instant at) {
        scoped("""
            with lifted as (
                update suppressions set lifted_at = :at
                where workspace_id = :workspace and id = :id and lifted_at is null returning workspace_id, email
            )
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select c.workspace_id, c.id, 'mail-lifted', '', :at
            from lifted l join contacts c on c.workspace_id = l.workspace_id and c.email = l.email\
            """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * The person behind the address asked for mail by a link that only a mail to it could bring: mail arrives there, and is
     * wanted. What the author said stays.
     */
    public void liftByPerson(ContactId contact, Instant at) {
        scoped("""
            update suppressions s set lifted_at = :at from contacts c
            where c.id = :contact and c.workspace_id = :workspace and c.suppressed is not null
                and s.workspace_id = c.workspace_id and s.email = c.email and s.lifted_at is null
                and s.reason <> 'BY_HAND'\
            """)
                .param("contact", contact.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Map<EmailAddress, Instant> lifted(Collection<EmailAddress> emails) {
        var lifted = new HashMap<EmailAddress, Instant>();
        scoped("""
            select email, lifted_at from suppressions
            where workspace_id = :workspace and email = any(:emails) and lifted_at is not null\
            """).param("emails", array("text", emails, EmailAddress::value)).query(row -> {
            lifted.put(new EmailAddress(row.getString("email")), instant(row, "lifted_at"));
        });
        return lifted;
    }

    static Listed read(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                new Suppression(
                        new EmailAddress(row.getString("email")),
                        SuppressionReason.valueOf(row.getString("reason")),
                        row.getString("words"),
                        instant(row, "at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> SqlArrayValue array(
            String type, Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
