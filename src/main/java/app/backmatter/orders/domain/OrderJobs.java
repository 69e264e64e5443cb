package app.backmatter.orders.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class OrderJobs {
    @Bean
    RecurringTask<Void> settlePaymentsTask(SettlePayments settlePayments) {
        return Tasks.recurring("settle-payments", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> settlePayments.settleDue());
    }

    @Bean
    RecurringTask<Void> settleRefundsTask(SettleRefunds settleRefunds) {
        return Tasks.recurring("settle-refunds", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> settleRefunds.settleDue());
    }
}
