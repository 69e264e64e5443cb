package app.backmatter.mail.tracking;

import app.backmatter.database.BatchWriter;
import app.backmatter.links.Visitors;
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
    /** Less than a second's worth of the largest crowd, which a killed process loses. */
    private static final int MOST_WAITING = 5_000;

    private static final Duration DELAY = Duration.ofMillis(250);

    @Bean
    BatchWriter<Click> mailClickWriter(KeepTracks keep) {
        return new BatchWriter<>("mail-clicks", MOST_WAITING, DELAY, keep::clicks);
    }

    @Bean
    BatchWriter<Open> mailOpenWriter(KeepTracks keep) {
        return new BatchWriter<>("mail-opens", MOST_WAITING, DELAY, keep::opens);
    }

    @Bean
    BatchWriter<Click> stepClickWriter(KeepStepTracks keep) {
        return new BatchWriter<>("step-clicks", MOST_WAITING, DELAY, keep::clicks);
    }

    @Bean
    BatchWriter<Open> stepOpenWriter(KeepStepTracks keep) {
        return new BatchWriter<>("step-opens", MOST_WAITING, DELAY, keep::opens);
    }

    @Bean
    FilterRegistrationBean<Tracks> mailTracks(
            TrackedLinks links,
            OwnLinks own,
            Visitors visitors,
            BatchWriter<Click> mailClickWriter,
            BatchWriter<Open> mailOpenWriter,
            BatchWriter<Click> stepClickWriter,
            BatchWriter<Open> stepOpenWriter,
            Clock clock) {
        var filter = new Tracks(
                links,
                own,
                visitors,
                mailClickWriter,
                mailOpenWriter,
                new Tracks.StepTracks(stepClickWriter, stepOpenWriter),
                clock);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(Tracks.CLICK + "*", Tracks.OPEN + "*");
        registration.setOrder(ORDER);
        return registration;
    }
}
