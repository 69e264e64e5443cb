package app.backmatter.catalog.currency;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The author's rates to the workspace's own currency. Checkouts read them from memory, so that one in that currency asks the
 * database for nothing. Rates to a currency that was the workspace's own before lie still until it is so again.
 */
@Component
public class KeepRates {
    private final RateRows rows;
    private final Workspaces workspaces;
    private final TransactionOperations transaction;
    private final Cache<Key, SequencedMap<Currency, ExchangeRate>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    private record Key(WorkspaceId workspace, Currency own) {}

    KeepRates(RateRows rows, Workspaces workspaces, TransactionOperations transaction) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    public Currency own() {
        return workspaces.get(WorkspaceScope.current()).currency();
    }

    public List<DatedRate> all() {
        return rows.to(own());
    }

    /** In place of those that were there, from the next checkout on; what was sold keeps its rate. */
    public void save(List<DatedRate> rates) {
        transaction.executeWithoutResult(status -> rows.replace(own(), rates));
        known.invalidate(key());
    }

    /** By currency, in the order of their letters. May be a minute behind another node. */
    public SequencedMap<Currency, ExchangeRate> remembered() {
        return Objects.requireNonNull(known.get(key(), _ -> read()));
    }

    private SequencedMap<Currency, ExchangeRate> read() {
        var rates = new LinkedHashMap<Currency, ExchangeRate>();
        all().forEach(dated -> rates.put(dated.currency(), dated.rate()));
        return rates;
    }

    private Key key() {
        return new Key(WorkspaceScope.current(), own());
    }
}
