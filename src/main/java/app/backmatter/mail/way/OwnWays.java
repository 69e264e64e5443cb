package app.backmatter.mail.way;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Token;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Secrets;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways of workspaces, from memory where it can, since every mail asks: a change is seen at once on this node and within
 * ten seconds on others. Secrets are sealed in the database.
 */
@Component
public class OwnWays {
    private static final TypeReference<Map<Detail, String>> DETAILS = new TypeReference<>() {};
    private static final String SELECT = "select * from mail_ways ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Secrets secrets;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Cache<WorkspaceId, Optional<OwnWay>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(20_000)
            .build();

    OwnWays(JdbcClient jdbc, JsonMapper json, Secrets secrets, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By which its mails leave; empty for the installation's. */
    public Optional<OwnWay> of(WorkspaceId workspace) {
        return known.get(workspace, id -> read(id, ""));
    }

    /** As it is in the database now: for whoever decides by it what to keep. */
    public Optional<OwnWay> present(WorkspaceId workspace) {
        return read(workspace, "");
    }

    private Optional<OwnWay> read(WorkspaceId workspace, String lock) {
        return jdbc.sql(SELECT + "where workspace_id = ? and retired_at is null" + lock)
                .param(workspace.value())
                .query((row, n) -> way(row))
                .optional();
    }

    /** Of whatever workspace, retired ones too: who calls knows but the address that it was given. */
    public Optional<OwnWay> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> way(row))
                .optional();
    }

    /**
     * The mails of the workspace in scope leave by it from now on. One of the same kind keeps the address that it is called
     * at.
     */
    public void choose(WayKind kind, Map<Detail, String> details, String secret, String callKey) {
        var workspace = WorkspaceScope.current();
        transaction.executeWithoutResult(status -> {
            // as it is, whatever another node did a moment ago
            var present = read(workspace, " for update").filter(way -> way.kind() == kind);
            var id = present.map(OwnWay::id).orElseGet(Ids::next);
            var token = present.map(OwnWay::callToken).orElseGet(Token::random);
            if (present.isEmpty()) {
                retire(workspace);
            }
            jdbc.sql("""
                insert into mail_ways (id, workspace_id, kind, details, secret, call_key, call_token, chosen_at)
                values (:id, :workspace, :kind, :details::jsonb, :secret, :callKey, :callToken, :now)
                on conflict (id, workspace_id) do update set details = excluded.details, secret = excluded.secret,
                    call_key = excluded.call_key, chosen_at = excluded.chosen_at\
                """)
                    .param("id", id)
                    .param("workspace", workspace.value())
                    .param("kind", kind.name())
                    .param("details", json.writeValueAsString(details))
                    .param("secret", seal("secret", id, secret))
                    .param("callKey", seal("call_key", id, callKey))
                    .param("callToken", seal("call_token", id, token))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        });
        known.invalidate(workspace);
    }

    /** Mails leave as the installation's do again. The keys go; calls about mails that left are still heard. */
    public void leave() {
        var workspace = WorkspaceScope.current();
        retire(workspace);
        known.invalidate(workspace);
    }

    private void retire(WorkspaceId workspace) {
        jdbc.sql("""
            update mail_ways set retired_at = :now, secret = '' where workspace_id = :workspace and retired_at is null\
            """)
                .param("workspace", workspace.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private OwnWay way(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var retiredAt = row.getTimestamp("retired_at");
        return new OwnWay(
                id,
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                WayKind.valueOf(row.getString("kind")),
                json.readValue(row.getString("details"), DETAILS),
                open("secret", id, row.getString("secret")),
                open("call_key", id, row.getString("call_key")),
                open("call_token", id, row.getString("call_token")),
                retiredAt == null ? null : retiredAt.toInstant());
    }

    private String seal(String column, UUID id, String text) {
        return text.isEmpty() ? "" : secrets.seal(purpose(column, id), text);
    }

    private String open(String column, UUID id, String sealed) {
        return sealed.isEmpty() ? "" : secrets.open(purpose(column, id), sealed).orElse("");
    }

    private static String purpose(String column, UUID id) {
        return "mail_ways." + column + ":" + id;
    }
}
