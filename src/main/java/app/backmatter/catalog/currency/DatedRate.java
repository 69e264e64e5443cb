package app.backmatter.catalog.currency;

import app.backmatter.shared.ExchangeRate;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A rate as the author keeps it.
 *
 * @param rate to the workspace's own currency
 * @param day on which it was so
 */
public record DatedRate(ExchangeRate rate, LocalDate day) {
    public Currency currency() {
        return rate.from();
    }
}
