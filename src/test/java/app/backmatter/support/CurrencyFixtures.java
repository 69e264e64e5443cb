package app.backmatter.support;

import app.backmatter.catalog.currency.DatedRate;
import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.WorkspaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Currencies that readers can pay in beside the workspace's own. */
@Component
public class CurrencyFixtures {
    private final KeepRates rates;

    CurrencyFixtures(KeepRates rates) {
        this.rates = rates;
    }

    /** These and no others. @param worth what one unit comes to in the workspace's own, by three letters */
    public void set(WorkspaceId workspace, Map<String, String> worth) {
        WorkspaceScope.run(
                workspace,
                () -> rates.save(new TreeMap<>(worth)
                        .entrySet().stream()
                                .map(each -> rate(each.getKey(), each.getValue()))
                                .toList()));
    }

    private DatedRate rate(String currency, String worth) {
        return new DatedRate(
                new ExchangeRate(Currency.getInstance(currency), rates.own(), new BigDecimal(worth)),
                LocalDate.of(2026, 11, 20));
    }
}
