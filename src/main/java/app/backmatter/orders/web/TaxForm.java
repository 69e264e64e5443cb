package app.backmatter.orders.web;

import app.backmatter.orders.tax.TaxRate;
import app.backmatter.orders.tax.TaxSettings;
import app.backmatter.orders.tax.TaxSettings.RatesOf;
import app.backmatter.pages.Countries;
import app.backmatter.pages.Typed;
import app.backmatter.pages.TypedRows;
import app.backmatter.shared.Percent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner types about taxes.
 *
 * @param rows a country with its rate each; those without a country are empty
 * @param errors message keys, by field or by the number of a row
 */
record TaxForm(
        String mode,
        String ratesOf,
        List<Row> rows,
        boolean asksAddress,
        String taxNumber,
        Map<String, String> errors) {
    private static final int SPARE = 3;
    private static final int MOST = 300;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_NUMBER = 60;

    /** @param percent as it is typed, with or without its sign */
    record Row(String country, String percent, String name) {
        static final Row EMPTY = new Row("", "", "");

        boolean isEmpty() {
            return country.isEmpty() && percent.isEmpty();
        }

        /** A message key; absent when all is well. @param seen the countries before, to which its own is added */
        @Nullable
        String problem(Set<String> seen) {
            if (isEmpty()) {
                return null;
            }
            if (!Countries.isOne(country)) {
                return "orders.taxes.error.country";
            }
            if (!seen.add(country)) {
                return "orders.taxes.error.twice";
            }
            if (rate().isEmpty()) {
                return "orders.taxes.error.rate";
            }
            return name.length() > LONGEST_NAME ? "orders.taxes.error.name" : null;
        }

        Optional<Percent> rate() {
            return Percent.parse(percent).filter(rate -> rate.basisPoints() > 0 && rate.basisPoints() <= 10_000);
        }
    }

    static TaxForm of(TaxSettings settings) {
        return new TaxForm(
                settings.mode().name(),
                settings.ratesOf().name(),
                TypedRows.spared(
                        settings.rates().stream()
                                .map(rate ->
                                        new Row(rate.country(), rate.percent().typed(), rate.name()))
                                .toList(),
                        Row.EMPTY,
                        SPARE),
                settings.asksAddress(),
                settings.taxNumber(),
                Map.of());
    }

    static TaxForm of(HttpServletRequest request) {
        return new TaxForm(
                Typed.line(request.getParameter("mode")),
                ratesOf(request),
                TypedRows.spared(rows(request), Row.EMPTY, SPARE),
                request.getParameter("asksAddress") != null,
                Typed.line(request.getParameter("taxNumber")),
                Map.of());
    }

    /** The same with what is wrong with it. */
    TaxForm checked() {
        var found = new HashMap<String, String>();
        var seen = new HashSet<String>();
        for (int number = 0; number < rows.size(); number++) {
            var problem = rows.get(number).problem(seen);
            if (problem != null) {
                found.put("row" + number, problem);
            }
        }
        var read = readMode();
        if (read.isEmpty()) {
            found.put("mode", "orders.taxes.error.mode");
        } else if (read.get() != TaxSettings.Mode.NONE
                && !isByStripe()
                && rows.stream().allMatch(Row::isEmpty)) {
            found.put("row0", "orders.taxes.error.none");
        }
        if (taxNumber.length() > LONGEST_NUMBER) {
            found.put("taxNumber", "orders.taxes.error.number");
        }
        return with(found);
    }

    /** Whether Stripe is to work taxes out. */
    public boolean isByStripe() {
        return ratesOf.equals(RatesOf.STRIPE.name());
    }

    boolean isTaxed() {
        return !mode.equals(TaxSettings.Mode.NONE.name());
    }

    /** The same, where Stripe can't be asked. @param trouble a message key's end */
    TaxForm troubled(String trouble) {
        var found = new HashMap<>(errors);
        found.put("ratesOf", "orders.taxes.error.stripe." + trouble);
        return with(found);
    }

    private TaxForm with(Map<String, String> found) {
        return new TaxForm(mode, ratesOf, rows, asksAddress, taxNumber, found);
    }

    /** Of a form without errors. @param defaultName of a tax that got none */
    TaxSettings toSettings(String defaultName) {
        return new TaxSettings(
                readMode().orElseThrow(),
                RatesOf.valueOf(ratesOf),
                rows.stream()
                        .filter(row -> !row.isEmpty())
                        .map(row -> new TaxRate(
                                row.country(),
                                row.rate().orElseThrow(),
                                row.name().isEmpty() ? defaultName : row.name()))
                        .toList(),
                asksAddress,
                taxNumber);
    }

    private Optional<TaxSettings.Mode> readMode() {
        return List.of(TaxSettings.Mode.values()).stream()
                .filter(known -> known.name().equals(mode))
                .findFirst();
    }

    /** Where there is no choice nobody chose. */
    private static String ratesOf(HttpServletRequest request) {
        return RatesOf.STRIPE.name().equals(request.getParameter("ratesOf"))
                ? RatesOf.STRIPE.name()
                : RatesOf.AUTHOR.name();
    }

    private static List<Row> rows(HttpServletRequest request) {
        var countries = TypedRows.column(request, "country");
        var percents = TypedRows.column(request, "percent");
        var names = TypedRows.column(request, "taxName");
        var rows = new ArrayList<Row>();
        for (int number = 0; number < Math.min(countries.size(), MOST); number++) {
            rows.add(new Row(countries.get(number), TypedRows.at(percents, number), TypedRows.at(names, number)));
        }
        rows.removeIf(Row::isEmpty);
        return rows;
    }
}
