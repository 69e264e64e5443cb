package app.backmatter.links.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.LinkId;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Links by their code for everybody who follows one, whatever the workspace, from memory. A link pointed elsewhere on
 * this node leads there at once, on other nodes within half a minute.
 */
@Service
public class PointedLinks {
    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final Duration UNKNOWN = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final LoadingCache<String, Optional<PointedLink>> byCode = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfter(Expiry.<String, Optional<PointedLink>>writing((_, link) -> link.isPresent() ? KNOWN : UNKNOWN))
            .build(this::load);

    PointedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PointedLink> find(String typed) {
        return Code.read(typed).flatMap(byCode::get);
    }

    public Source sourceOf(String typed) {
        var workspace = WorkspaceScope.current();
        return find(typed)
                .filter(link -> link.workspace().equals(workspace))
                .map(PointedLink::source)
                .orElse(Source.DIRECT);
    }

    void forgetAfterCommit(String code) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                byCode.invalidate(code);
            }
        });
    }

    private Optional<PointedLink> load(String code) {
        return jdbc.sql("""
            select id, workspace_id, source_kind, source_id, source_label, target
            from short_links where code = ?\
            """).param(code).query((row, _) -> read(row, code)).optional();
    }

    private static PointedLink read(ResultSet row, String code) throws SQLException {
        return new PointedLink(
                new LinkId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new Source(
                        SourceKind.valueOf(row.getString("source_kind")),
                        row.getObject("source_id", UUID.class),
                        row.getString("source_label")),
                PointedLink.location(row.getString("target"), code));
    }
}
