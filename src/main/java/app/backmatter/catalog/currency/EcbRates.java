package app.backmatter.catalog.currency;

import app.backmatter.shared.ExchangeRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The euro's reference rates as the European Central Bank publishes them on working days: {@code eurofxref.csv},
 * {@code eurofxref-daily.xml}, or a file with earlier days behind the latest one.
 *
 * @param perEuro how many units of each currency a euro comes to, by three letters
 */
public record EcbRates(LocalDate day, Map<String, BigDecimal> perEuro) {
    private static final DateTimeFormatter WRITTEN_OUT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern DAY = Pattern.compile("<(?:\\w+:)?Cube\\s+time=['\"]([0-9-]{10})['\"]\\s*>");
    private static final Pattern RATE =
            Pattern.compile("<(?:\\w+:)?Cube\\s+currency=['\"]([A-Z]{3})['\"]\\s+rate=['\"]([0-9.]{1,20})['\"]\\s*/>");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}([.][0-9]{1,12})?");
    private static final MathContext DIGITS = new MathContext(8);

    public EcbRates {
        perEuro = Map.copyOf(perEuro);
    }

    /** Empty for a file that is no such thing. */
    public static Optional<EcbRates> read(byte[] file) {
        var text =
                new String(file, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        try {
            return (text.startsWith("<") ? xml(text) : csv(text))
                    .filter(rates -> !rates.perEuro().isEmpty());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** By way of the euro, to eight digits; empty when one of both is not in the file. */
    public Optional<ExchangeRate> rate(Currency from, Currency to) {
        return perEuro(from)
                .flatMap(of -> perEuro(to).map(into -> new ExchangeRate(from, to, into.divide(of, DIGITS))));
    }

    private Optional<BigDecimal> perEuro(Currency currency) {
        var code = currency.getCurrencyCode();
        return code.equals("EUR") ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(perEuro.get(code));
    }

    /** The first day is the latest. Nothing in the file is looked up elsewhere, as a parser of XML might. */
    private static Optional<EcbRates> xml(String text) {
        var day = DAY.matcher(text);
        if (!day.find()) {
            return Optional.empty();
        }
        var first = LocalDate.parse(day.group(1));
        int end = day.find() ? day.start() : text.length();
        var rates = new HashMap<String, BigDecimal>();
        Matcher rate = RATE.matcher(text).region(0, end);
        while (rate.find()) {
            put(rates, rate.group(1), rate.group(2));
        }
        return Optional.of(new EcbRates(first, rates));
    }

    private static Optional<EcbRates> csv(String text) {
        var lines = text.lines().limit(2).toList();
        if (lines.size() < 2 || !lines.getFirst().startsWith("Date,")) {
            return Optional.empty();
        }
        var heads = lines.getFirst().split(",");
        var cells = lines.getLast().split(",");
        var rates = new HashMap<String, BigDecimal>();
        for (int column = 1; column < Math.min(heads.length, cells.length); column++) {
            put(rates, heads[column].strip(), cells[column].strip());
        }
        return Optional.of(new EcbRates(day(cells[0].strip()), rates));
    }

    private static LocalDate day(String text) {
        return text.matches("[0-9-]{10}") ? LocalDate.parse(text) : LocalDate.parse(text, WRITTEN_OUT);
    }

    /** A currency without a rate on that day has N/A. */
    private static void put(Map<String, BigDecimal> rates, String currency, String rate) {
        if (NUMBER.matcher(rate).matches() && new BigDecimal(rate).signum() > 0) {
            rates.put(currency, new BigDecimal(rate));
        }
    }
}
