package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MailView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The outbox of the workspace in scope, for its author. */
@Service
public class MessageList {
    private static final String SELECT = """
        select id, recipient, contact_id, coalesce(subject, '') as subject, state, marketing,
            coalesce(left_at, due_at) as at, coalesce(refusal, '') as refusal
        from messages where workspace_id = :workspace\
        """;

    private static final Logger LOG = LoggerFactory.getLogger(MessageList.class);

    private final JdbcClient jdbc;
    private final WriteLetter writer;
    private final Fields fields;

    MessageList(JdbcClient jdbc, WriteLetter writer, Fields fields) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.fields = fields;
    }

    /**
     * Latest first.
     *
     * @param recipient part of an address; empty for all
     * @param before the last message of the page before; absent for the first page
     */
    public List<MessageRow> search(String recipient, @Nullable MessageState state, @Nullable UUID before, int limit) {
        return scoped(SELECT + """
             and (:state::text is null or state = :state) and (:before::uuid is null or id < :before)
             and strpos(recipient, :recipient) > 0
            order by id desc limit :limit\
            """)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("recipient", recipient)
                .param("limit", limit)
                .query(MessageList::row)
                .list();
    }

    /** Latest first, at most 50. */
    public List<MailView> to(ContactId contact, Instant since) {
        return scoped("""
            select id, template, coalesce(subject, '') as subject, state, coalesce(left_at, due_at) as at
            from messages where workspace_id = :workspace and contact_id = :contact and queued_at >= :since
            order by id desc limit 50\
            """)
                .param("contact", contact.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new MailView(
                        row.getObject("id", UUID.class),
                        row.getString("template"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public Optional<MessageRow> find(UUID id) {
        return scoped(SELECT + " and id = :id")
                .param("id", id)
                .query(MessageList::row)
                .optional();
    }

    /**
     * The mail as it left, or as it would leave now; nothing while it can't be written. Private links are taken out of
     * it, unless it was kept: then this is the only place where it can be read.
     */
    public Optional<Shown> read(UUID id) {
        return scoped("select * from messages where workspace_id = :workspace and id = :id")
                .param("id", id)
                .query((row, n) -> shown(row))
                .optional()
                .flatMap(Function.identity());
    }

    /** A mail to look at. */
    public record Shown(String subject, String html, String text) {
        Shown withoutPrivateLinks() {
            return new Shown(
                    PrivateLinks.outOfText(subject), PrivateLinks.outOfHtml(html), PrivateLinks.outOfText(text));
        }
    }

    private Optional<Shown> shown(ResultSet row) throws SQLException {
        var mail = row.getString("subject") == null ? written(row) : Optional.of(stored(row));
        boolean kept = row.getString("state").equals(MessageState.KEPT.name());
        return kept ? mail : mail.map(Shown::withoutPrivateLinks);
    }

    private Optional<Shown> written(ResultSet row) throws SQLException {
        try {
            var letter = writer.write(Claim.of(Pile.WORKSPACES, row, fields));
            return Optional.of(new Shown(letter.subject(), letter.html(), letter.text()));
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be written", row.getObject("id"), e);
            return Optional.empty();
        }
    }

    private static Shown stored(ResultSet row) throws SQLException {
        return new Shown(row.getString("subject"), row.getString("html"), row.getString("plain"));
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static MessageRow row(ResultSet row, int n) throws SQLException {
        return new MessageRow(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getObject("contact_id", UUID.class),
                row.getString("subject"),
                MessageState.valueOf(row.getString("state")),
                row.getBoolean("marketing"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("refusal"));
    }
}
