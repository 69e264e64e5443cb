package app.backmatter.catalog;

import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.shared.ExchangeRate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
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

    /** Whether amounts in it can be added up with others: the workspace's own, and those with a rate. */
    public boolean count(Currency currency) {
        return rate(currency).isPresent();
    }

    /** What a currency comes to in the workspace's own; empty where nobody said, as for one that it counted in before. */
    public Optional<ExchangeRate> rate(Currency currency) {
        return currency.equals(rates.own())
                ? Optional.of(ExchangeRate.same(currency))
                : Optional.ofNullable(rates.remembered().get(currency));
    }
}
