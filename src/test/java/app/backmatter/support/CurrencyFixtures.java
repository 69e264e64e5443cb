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

/** Currencies that readers of a workspace in US dollars can pay in. */
@Component
public class CurrencyFixtures {
    private final KeepRates rates;

    CurrencyFixtures(KeepRates rates) {
        this.rates = rates;
    }

    /** These and no others. @param dollars what one unit comes to, by three letters */
    public void set(WorkspaceId workspace, Map<String, String> dollars) {
        WorkspaceScope.run(
                workspace,
                () -> rates.save(new TreeMap<>(dollars)
                        .entrySet().stream()
                                .map(each -> rate(each.getKey(), each.getValue()))
                                .toList()));
    }

    private static DatedRate rate(String currency, String dollars) {
        return new DatedRate(
                new ExchangeRate(Currency.getInstance(currency), Currency.getInstance("USD"), new BigDecimal(dollars)),
                LocalDate.of(2026, 11, 20));
    }
}
