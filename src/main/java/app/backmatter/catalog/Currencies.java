package app.backmatter.catalog;

import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.shared.ExchangeRate;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Service;

/** The currencies of the workspace in scope, answered from memory: a change is seen on other nodes within a minute. */
@Service
public class Currencies {
    private final KeepRates rates;

    Currencies(KeepRates rates) {
        this.rates = rates;
    }

    /** In which readers can pay beside the workspace's own: those with a rate. */
    public List<Currency> others() {
        return List.copyOf(rates.remembered().keySet());
    }

    /**
     * What a currency comes to in the workspace's own. One whose rate nobody knows, because the workspace counted in it
     * before, comes to itself.
     */
    public ExchangeRate rate(Currency currency) {
        return currency.equals(rates.own())
                ? ExchangeRate.same(currency)
                : rates.remembered().getOrDefault(currency, ExchangeRate.same(currency));
    }
}
