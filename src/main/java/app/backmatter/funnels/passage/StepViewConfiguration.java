package app.backmatter.funnels.passage;

import app.backmatter.database.BatchWriter;
import app.backmatter.funnels.StepSeen;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes gathered views, many in one event. */
@Configuration(proxyBeanMethods = false)
class StepViewConfiguration {
    private static final int CAPACITY = 50_000;

    @Bean
    BatchWriter<StepView> stepViewWriter(
            Referrals referrals, ApplicationEventPublisher events, TransactionTemplate transactions) {
        return new BatchWriter<>("step-views", CAPACITY, Duration.ofMillis(500), views -> {
            var seen = new StepSeen.Batch(seen(views, referrals));
            transactions.executeWithoutResult(status -> events.publishEvent(seen));
        });
    }

    private static List<StepSeen> seen(List<StepView> views, Referrals referrals) {
        return views.stream()
                .map(view -> view.from(referrals.source(view.workspace(), view.referral())))
                .toList();
    }
}
