package app.backmatter.mail.dkim;

import app.backmatter.database.WorkspaceScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of the workspace in scope. */
@Repository
class DkimKeyRows {
    private final JdbcClient jdbc;

    DkimKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key with its private half, sealed. */
    record Sealed(UUID id, String domain, String selector, String privateKey) {}

    List<DkimKey> all() {
        return scoped("select * from dkim_keys where workspace_id = :workspace order by domain, made_at desc")
                .query((row, n) -> key(row))
                .list();
    }

    Optional<DkimKey> find(UUID id) {
        return scoped("select * from dkim_keys where workspace_id = :workspace and id = :id")
                .param("id", id)
                .query((row, n) -> key(row))
                .optional();
    }

    /** What mails from each domain are signed with: what DNS has goes before what its owner insists on. */
    List<Sealed> signing() {
        return scoped("""
            select distinct on (domain) id, domain, selector, private_key from dkim_keys
            where workspace_id = :workspace and retired_at is null and (finding = 'VERIFIED' or insisted)
            order by domain, finding = 'VERIFIED' desc, made_at desc\
            """)
                .query((row, n) -> new Sealed(
                        row.getObject("id", UUID.class),
                        row.getString("domain"),
                        row.getString("selector"),
                        row.getString("private_key")))
                .list();
    }

    void put(Sealed key, String publicKey, Instant madeAt) {
        scoped("""
            insert into dkim_keys (id, workspace_id, domain, selector, public_key, private_key, finding, made_at)
            values (:id, :workspace, :domain, :selector, :public, :private, 'UNCHECKED', :at)\
            """)
                .param("id", key.id())
                .param("domain", key.domain())
                .param("selector", key.selector())
                .param("public", publicKey)
                .param("private", key.privateKey())
                .param("at", Timestamp.from(madeAt))
                .update();
    }

    void found(UUID id, Finding finding, Instant at) {
        scoped("""
            update dkim_keys set finding = :finding, checked_at = :at,
                verified_at = case when :finding = 'VERIFIED' then coalesce(verified_at, :at) end
            where workspace_id = :workspace and id = :id and retired_at is null\
            """)
                .param("id", id)
                .param("finding", finding.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Nobody signs with the older keys of the domain any more. */
    void retireOlder(DkimKey than, Instant at) {
        scoped("""
            update dkim_keys set retired_at = :at, private_key = ''
            where workspace_id = :workspace and domain = :domain and made_at < :made and id <> :id and retired_at is null\
            """)
                .param("id", than.id())
                .param("domain", than.domain())
                .param("made", Timestamp.from(than.madeAt()))
                .param("at", Timestamp.from(at))
                .update();
    }

    void insist(UUID id) {
        scoped("update dkim_keys set insisted = true where workspace_id = :workspace and id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        scoped("delete from dkim_keys where workspace_id = :workspace and id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static DkimKey key(ResultSet row) throws SQLException {
        return new DkimKey(
                row.getObject("id", UUID.class),
                row.getString("domain"),
                row.getString("selector"),
                row.getString("public_key"),
                Finding.valueOf(row.getString("finding")),
                instant(row.getTimestamp("checked_at")),
                instant(row.getTimestamp("verified_at")),
                row.getBoolean("insisted"),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("retired_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
