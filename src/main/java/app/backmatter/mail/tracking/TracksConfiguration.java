package app.backmatter.mail.tracking;

import app.backmatter.database.BatchWriter;
import app.backmatter.links.Visitors;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class TracksConfiguration {
    /** As short links: after the security headers and what refuses unreadable requests, before sessions. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 18;
    /** The largest crowd's while the database stands still for a second. A killed process loses what waits. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration DELAY = Duration.ofMillis(250);

    @Bean
    BatchWriter<Track> mailTrackWriter(TrackBatches batches) {
        return new BatchWriter<>("mail-tracks", MOST_WAITING, DELAY, batches::write);
    }

    @Bean
    RecurringTask<Void> keepMailTracksJob(TrackBatches batches) {
        return Tasks.recurring(TrackBatches.JOB, FixedDelay.ofSeconds(5)).execute((instance, context) -> {
            while (batches.keepNext()) {
                // what was kept of a batch before a failure is kept again without harm
            }
        });
    }

    @Bean
    FilterRegistrationBean<Tracks> mailTracks(
            TrackedLinks links, OwnLinks own, Visitors visitors, BatchWriter<Track> mailTrackWriter, Clock clock) {
        var filter = new Tracks(links, own, visitors, mailTrackWriter, clock);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(Tracks.CLICK + "*", Tracks.OPEN + "*");
        registration.setOrder(ORDER);
        return registration;
    }
}
