package app.backmatter.mail.tracking;

import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links by their codes, whatever the workspace, from memory: where one leads never changes. */
@Component
class TrackedLinks {
    private final JdbcClient jdbc;
    private final LoadingCache<String, Optional<TrackedLink>> byCode = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build(this::load);

    TrackedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrackedLink> find(String code) {
        return byCode.get(code);
    }

    private Optional<TrackedLink> load(String code) {
        return jdbc.sql("""
            select id, workspace_id, url, false as of_sequence from mail_links where code = :code
            union all
            select id, workspace_id, leads_to, true from sequence_links where code = :code\
            """)
                .param("code", code)
                .query((row, _) -> new TrackedLink(
                        row.getObject("id", UUID.class),
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        row.getString("url"),
                        row.getBoolean("of_sequence")))
                .optional();
    }
}
