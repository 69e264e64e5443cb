package app.backmatter.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The system's clock, which a test can move forward. Runs on in between. The jobs that look for what is due have a clock
 * of their own: those that look every few seconds do so at once after a move.
 */
public final class MovableClock extends Clock {
    private final Supplier<JdbcClient> jdbc;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock(Supplier<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
        lookNow();
    }

    /** Lets those jobs look at once that would within seconds. */
    void lookNow() {
        jdbc.get().sql("""
            update scheduled_tasks set execution_time = now()
            where not picked and execution_time between now() and now() + interval '10 seconds'
            """).update();
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
