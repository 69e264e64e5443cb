package app.backmatter.catalog.web;

import app.backmatter.catalog.currency.DatedRate;
import app.backmatter.catalog.currency.EcbRates;
import app.backmatter.pages.CurrencyChoices;
import app.backmatter.pages.TypedRows;
import app.backmatter.shared.ExchangeRate;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an owner types about the currencies that readers can pay in.
 *
 * @param rows a currency with its rate each; those without a currency are empty
 * @param errors message keys, by the number of a row or {@code file}
 */
record CurrenciesForm(List<Row> rows, Map<String, String> errors) {
    private static final int SPARE = 2;
    private static final Pattern RATE = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,12})?");

    /**
     * @param rate of one unit to the workspace's own currency, as it is typed
     * @param day as a browser sends it; empty for today
     */
    record Row(String currency, String rate, String day) {
        static final Row EMPTY = new Row("", "", "");

        static Row of(DatedRate kept) {
            return new Row(
                    kept.currency().getCurrencyCode(),
                    kept.rate().rate().toPlainString(),
                    kept.day().toString());
        }

        boolean isEmpty() {
            return currency.isEmpty() && rate.isEmpty();
        }

        /** A message key; absent when all is well. @param seen the currencies before, to which its own is added */
        @Nullable
        String problem(Set<String> seen, LocalDate today) {
            if (isEmpty()) {
                return null;
            }
            if (!CurrencyChoices.NAMED.containsKey(currency)) {
                return "catalog.currencies.error.currency";
            }
            if (!seen.add(currency)) {
                return "catalog.currencies.error.twice";
            }
            if (readRate().isEmpty()) {
                return "catalog.currencies.error.rate";
            }
            return readDay(today).filter(read -> !read.isAfter(today)).isEmpty()
                    ? "catalog.currencies.error.day"
                    : null;
        }

        Optional<BigDecimal> readRate() {
            return Optional.of(rate)
                    .filter(typed -> RATE.matcher(typed).matches())
                    .map(typed -> new BigDecimal(typed.replace(',', '.')))
                    .filter(read -> read.signum() > 0);
        }

        Optional<LocalDate> readDay(LocalDate today) {
            try {
                return Optional.of(day.isEmpty() ? today : LocalDate.parse(day));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** The same by the bank's rates, where they have this currency. */
        Row by(EcbRates bank, Currency own) {
            return CurrencyChoices.NAMED.containsKey(currency)
                    ? bank.rate(Currency.getInstance(currency), own)
                            .map(found -> of(new DatedRate(found, bank.day())))
                            .orElse(this)
                    : this;
        }
    }

    static CurrenciesForm of(List<DatedRate> kept) {
        return new CurrenciesForm(TypedRows.spared(kept.stream().map(Row::of).toList(), Row.EMPTY, SPARE), Map.of());
    }

    static CurrenciesForm of(HttpServletRequest request) {
        var currencies = TypedRows.column(request, "currency");
        var rates = TypedRows.column(request, "rate");
        var days = TypedRows.column(request, "day");
        var rows = new ArrayList<Row>();
        for (int number = 0; number < Math.min(currencies.size(), CurrencyChoices.NAMED.size() + SPARE); number++) {
            rows.add(new Row(currencies.get(number), TypedRows.at(rates, number), TypedRows.at(days, number)));
        }
        rows.removeIf(Row::isEmpty);
        return new CurrenciesForm(TypedRows.spared(rows, Row.EMPTY, SPARE), Map.of());
    }

    CurrenciesForm by(EcbRates bank, Currency own) {
        return new CurrenciesForm(rows.stream().map(row -> row.by(bank, own)).toList(), errors);
    }

    /** The same with what is wrong with it. */
    CurrenciesForm checked(Currency own, LocalDate today) {
        var found = new HashMap<String, String>();
        var seen = new HashSet<>(Set.of(own.getCurrencyCode()));
        for (int number = 0; number < rows.size(); number++) {
            var problem = rows.get(number).problem(seen, today);
            if (problem != null) {
                found.put("row" + number, problem);
            }
        }
        return new CurrenciesForm(rows, found);
    }

    CurrenciesForm withUnreadableFile() {
        return new CurrenciesForm(rows, Map.of("file", "catalog.currencies.error.file"));
    }

    /** Of a form without errors. */
    List<DatedRate> toRates(Currency own, LocalDate today) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new DatedRate(
                        new ExchangeRate(
                                Currency.getInstance(row.currency()),
                                own,
                                row.readRate().orElseThrow()),
                        row.readDay(today).orElseThrow()))
                .toList();
    }
}
