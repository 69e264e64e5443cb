package app.backmatter.admin.web;

import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.Rate;
import app.backmatter.shared.Money;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** One funnel of one workspace, ready to be shown. */
record ConversionRow(
        String workspace,
        String funnel,
        boolean isPublished,
        String visitors,
        String signUps,
        String signUpRate,
        String confirmedRate,
        String orders,
        String revenue,
        String averageOrder,
        String perVisitor) {
    private static final Locale LOCALE = Locale.ENGLISH;
    private static final String NONE = "–";

    static ConversionRow of(FunnelConversion conversion) {
        var totals = conversion.totals();
        return new ConversionRow(
                conversion.workspace().name(),
                conversion.funnel(),
                conversion.isPublished(),
                count(totals.visitors()),
                count(totals.signUps()),
                percent(totals.signUpRate()),
                percent(totals.confirmedRate()),
                count(totals.orders()),
                totals.revenue().format(LOCALE),
                money(totals.averageOrder()),
                money(totals.revenuePerVisitor()));
    }

    private static String count(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    /** The counts beside it say how far it can be trusted. */
    private static String percent(Rate rate) {
        return rate.whole() == 0 ? NONE : rate.percent(LOCALE);
    }

    private static String money(Optional<Money> money) {
        return money.map(sum -> sum.format(LOCALE)).orElse(NONE);
    }
}
