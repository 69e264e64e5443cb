package app.backmatter.mail.broadcast;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The moment as mails say it, put into words once a second: thousands leave in one. */
final class DateLine {
    /** RFC 5322, 3.3, whose zones are numbers. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private volatile Said said = said(Instant.EPOCH);

    private record Said(long second, String words) {}

    String now() {
        var last = said;
        var now = Instant.now();
        if (last.second() != now.getEpochSecond()) {
            last = said(now);
            said = last;
        }
        return last.words();
    }

    private static Said said(Instant moment) {
        return new Said(moment.getEpochSecond(), FORMAT.format(moment.atOffset(ZoneOffset.UTC)));
    }
}
