package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which workspaces have an account, from memory where it can, since every checkout asks: a change is seen at once on this
 * node and within ten seconds on others. The keys stay sealed here.
 */
@Component
class AccountsInUse {
    private final AccountRows rows;
    private final Cache<WorkspaceId, Optional<AccountRow>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(20_000)
            .build();

    AccountsInUse(AccountRows rows) {
        this.rows = rows;
    }

    /** Of the workspace in scope. */
    Optional<AccountRow> find() {
        return known.get(WorkspaceScope.current(), _ -> rows.inUse());
    }

    /** To be called once a change is committed. Waits for whoever reads at the moment: what they read is forgotten, too. */
    void forget() {
        known.invalidate(WorkspaceScope.current());
    }
}
