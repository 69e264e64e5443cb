package app.backmatter.mail.sender;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What owners chose, from memory where it can, since every mail asks: a change is seen at once on this node and within ten
 * seconds on others.
 */
@Component
public class OwnSenders {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Cache<WorkspaceId, Map<MailStream, OwnSender>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(20_000)
            .build();

    OwnSenders(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public OwnSender of(WorkspaceId workspace, MailStream stream) {
        return known.get(workspace, this::read).getOrDefault(stream, OwnSender.USUAL);
    }

    /** Of the workspace in scope. */
    public void set(Map<MailStream, OwnSender> senders) {
        var workspace = WorkspaceScope.current();
        transaction.executeWithoutResult(
                status -> senders.forEach((stream, sender) -> write(workspace, stream, sender)));
        known.invalidate(workspace);
    }

    private void write(WorkspaceId workspace, MailStream stream, OwnSender sender) {
        jdbc.sql("""
            insert into mail_senders (workspace_id, stream, name, address, reply_to)
            values (:workspace, :stream, :name, :address, :replyTo)
            on conflict (workspace_id, stream) do update
            set name = excluded.name, address = excluded.address, reply_to = excluded.reply_to\
            """)
                .param("workspace", workspace.value())
                .param("stream", stream.name())
                .param("name", sender.name())
                .param("address", sender.address())
                .param("replyTo", sender.replyTo())
                .update();
    }

    private Map<MailStream, OwnSender> read(WorkspaceId workspace) {
        var senders = new EnumMap<MailStream, OwnSender>(MailStream.class);
        jdbc.sql("select stream, name, address, reply_to from mail_senders where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(row -> {
                    senders.put(
                            MailStream.valueOf(row.getString("stream")),
                            new OwnSender(row.getString("name"), row.getString("address"), row.getString("reply_to")));
                });
        return senders;
    }
}
