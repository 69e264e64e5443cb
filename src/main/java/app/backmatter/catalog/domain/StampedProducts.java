package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which products of the whole installation have a stamped file, known for a minute: a checkout asks, and must not cost
 * a statement for it. Who relies on it a minute too early makes a copy later instead.
 */
@Component
public class StampedProducts {
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final LoadingCache<String, Set<ProductId>> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN).build(all -> load());

    StampedProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ProductId> among(Collection<ProductId> products) {
        var stamped = known.get("");
        return products.stream().filter(stamped::contains).toList();
    }

    void forget() {
        known.invalidateAll();
    }

    /** Ids alone, of all workspaces. */
    private Set<ProductId> load() {
        return jdbc.sql("""
            with stamped as (
                select owner_id, workspace_id from delivered_files
                where stamped_since is not null and not_stampable is null)
            select id as product_id from products
            join stamped using (workspace_id) where owner_id = id or owner_id = any (editions)
            """)
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .set();
    }
}
