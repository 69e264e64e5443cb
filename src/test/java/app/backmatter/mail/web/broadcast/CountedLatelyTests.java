package app.backmatter.mail.web.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedLatelyTests {
    final CountedLately<String, Long> counted = new CountedLately<>(count -> count);

    @Test
    void whatTakesLongIsCountedOnce() {
        var many = new AtomicLong(CountedLately.LONG);
        long first = counted.of("many", many::getAndIncrement);
        assertThat(counted.of("many", many::getAndIncrement)).isEqualTo(first);
        assertThat(counted.of("others", many::getAndIncrement)).isEqualTo(first + 1);
    }

    @Test
    void whatIsQuickIsCountedAnew() {
        var few = new AtomicLong(1);
        assertThat(counted.of("few", few::getAndIncrement)).isEqualTo(1);
        assertThat(counted.of("few", few::getAndIncrement)).isEqualTo(2);
    }
}
