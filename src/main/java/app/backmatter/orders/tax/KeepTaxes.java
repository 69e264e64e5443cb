package app.backmatter.orders.tax;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.tax.TaxSettings.RatesOf;
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
    private final TaxService service;
    private final TransactionOperations transaction;
    private final Cache<WorkspaceId, TaxSettings> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    KeepTaxes(TaxRows rows, TaxService service, TransactionOperations transaction) {
        this.rows = rows;
        this.service = service;
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

    /** @throws TaxUnknown when they can't be told */
    public List<LineItem> on(List<LineItem> lines, BuyerAddress buyer) {
        return remembered().isTaxed() ? calculator(settings()).on(lines, buyer) : lines;
    }

    /** Whether what a buyer is taxed depends on more than the country. */
    public boolean areByPlace() {
        return isAsked(remembered());
    }

    /** Where there is nobody to ask any more, the author's own rates count. */
    private TaxCalculator calculator(TaxSettings settings) {
        return isAsked(settings)
                ? service.calculator(settings.areIncluded())
                : new FixedRates(settings.rates(), settings.areIncluded());
    }

    private boolean isAsked(TaxSettings settings) {
        return settings.isTaxed() && settings.ratesOf() == RatesOf.STRIPE && service.isThere();
    }
}
