package app.backmatter.accounts.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads workspaces, from memory where it can: a change is seen at once on this node and within 30 seconds on others. */
@Service
public class WorkspaceDirectory {
    private static final String SELECT = """
        select id, slug, name, currency, time_zone, locale, sender_name, sender_address, postal_address
        from workspaces
        """;

    private final JdbcClient jdbc;
    private final Cache<Object, @Nullable WorkspaceView> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(20_000)
            .build();

    WorkspaceDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<WorkspaceView> find(WorkspaceId id) {
        return remembered(id, "where id = ?", id.value());
    }

    public Optional<WorkspaceView> findBySlug(String slug) {
        return remembered(slug, "where slug = ?", slug);
    }

    public List<WorkspaceView> all() {
        return jdbc.sql(SELECT + "order by name").query(WorkspaceDirectory::map).list();
    }

    void forget(WorkspaceView workspace) {
        known.invalidateAll(List.of(workspace.id(), workspace.slug()));
    }

    /** Reads and remembers in one step, for which {@link #forget} waits: what it forgets was not read before it. */
    private Optional<WorkspaceView> remembered(Object key, String condition, Object value) {
        return Optional.ofNullable(known.get(key, _ -> load(condition, value)));
    }

    private @Nullable WorkspaceView load(String condition, Object value) {
        return jdbc.sql(SELECT + condition)
                .param(value)
                .query(WorkspaceDirectory::map)
                .optional()
                .orElse(null);
    }

    private static WorkspaceView map(ResultSet row, int number) throws SQLException {
        return new WorkspaceView(
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("time_zone")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("sender_name"),
                row.getString("sender_address"),
                row.getString("postal_address"));
    }
}
