package app.backmatter.orders.tax;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.LineItem;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The author's taxes. What a checkout asks its reader comes from memory, so that one without taxes asks the database for
 * nothing; the rates themselves are read each time.
 */
@Component
public class KeepTaxes {
    private final TaxRows rows;
    private final TransactionOperations transaction;
    private final Cache<WorkspaceId, TaxSettings> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    KeepTaxes(TaxRows rows, TransactionOperations transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    public TaxSettings settings() {
        return rows.find().orElse(TaxSettings.NONE);
    }

    /** May be a minute behind another node. */
    public TaxSettings remembered() {
        return Objects.requireNonNull(known.get(WorkspaceScope.current(), workspace -> settings()));
    }

    /** From the next checkout on; what was sold stays as it was. */
    public void save(TaxSettings settings) {
        transaction.executeWithoutResult(status -> rows.save(settings));
        known.invalidate(WorkspaceScope.current());
    }

    public List<LineItem> on(List<LineItem> lines, String country) {
        return remembered().isTaxed() ? settings().calculator().on(lines, country) : lines;
    }
}
