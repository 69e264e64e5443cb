package app.backmatter.mail.web.health;

import app.backmatter.mail.health.Counts;
import app.backmatter.mail.health.Limit;
import app.backmatter.mail.health.MailDays.Day;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rate by day as bars, with two lines: where it should stay below, and where it must not come to. Ten units to a day, a
 * hundred from bottom to top.
 *
 * @param aim how far from the top the first line is
 * @param most how far from the top the second line is
 */
record RateChart(Limit limit, List<Bar> bars, int width, int aim, int most) {
    /** @param y how far from the top it begins */
    record Bar(Day day, int x, int y, int height) {}

    static RateChart of(Limit limit, List<Day> days) {
        int highest =
                days.stream().mapToInt(day -> rate(limit, day.counts())).max().orElse(0);
        int top = Math.max(limit.most() * 5 / 4, highest);
        return new RateChart(
                limit,
                IntStream.range(0, days.size())
                        .mapToObj(at -> bar(limit, days.get(at), at, top))
                        .toList(),
                days.size() * 10,
                100 - limit.aim() * 100 / top,
                100 - limit.most() * 100 / top);
    }

    private static Bar bar(Limit limit, Day day, int at, int top) {
        int rate = rate(limit, day.counts());
        // what is there can be seen, however little it is
        int height = rate == 0 ? 0 : Math.max(1, rate * 100 / top);
        return new Bar(day, at * 10 + 1, 100 - height, height);
    }

    /** In basis points. */
    static int rate(Limit limit, Counts counts) {
        return HealthRates.basisPoints(limit.part(counts), limit.whole(counts));
    }
}
