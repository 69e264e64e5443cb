package app.backmatter.orders.interleaved;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.orders.PaymentRefunded;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.stripe.FakeStripe;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The part of the application that takes money, over the database of all tests, in a year that the application's own jobs
 * do not see: here they run when the dice say so. What it does to the database can be cut off at any statement.
 */
final class Till implements AutoCloseable {
    static final Instant YEAR = Instant.parse("2101-03-01T09:00:00Z");
    private static final Pattern PAGES = Pattern.compile("app\\.backmatter\\.orders\\.web\\..*");

    final StoppedClock clock = new StoppedClock(YEAR);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<WorkspaceId, List<Object>> published = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, Life> lives = new ConcurrentHashMap<>();
    private final MockMvc calls;

    /** What runs by itself. */
    enum Job {
        SETTLE_PAYMENTS("settlePaymentsTask"),
        SETTLE_REFUNDS("settleRefundsTask"),
        ACT_ON_EVENTS("actOnStripeEventsTask"),
        ASK_FOR_EVENTS("askStripeForEventsTask");

        private final String bean;

        Job(String bean) {
            this.bean = bean;
        }
    }

    Till(ApplicationContext application) {
        context.setParent(application);
        context.registerBean("clock", Clock.class, () -> clock, Till::first);
        context.registerBean(
                "jdbcClient", JdbcClient.class, () -> cut(application.getBean(JdbcClient.class)), Till::first);
        context.registerBean("publisher", ApplicationEventPublisher.class, () -> this::publish, Till::first);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(PAGES));
        scanner.scan("app.backmatter.orders");
        context.refresh();
        calls = MockMvcBuilders.standaloneSetup(context.getBean("stripeCalls")).build();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The process, as far as it works for this workspace. */
    Life life(WorkspaceId workspace) {
        return lives.computeIfAbsent(workspace, _ -> new Life());
    }

    void run(Job job) {
        RecurringTask<?> task = context.getBean(job.bean, RecurringTask.class);
        task.executeRecurringly(null, null);
    }

    /** Gives a workspace an account at Stripe. @return where Stripe calls about it */
    String connect(WorkspaceId workspace, String secret, String address) {
        return WorkspaceScope.call(workspace, () -> {
            var accounts = get(StripeAccounts.class);
            accounts.connect(secret, FakeStripe.WEBHOOK_SECRET, address);
            return accounts.connected().orElseThrow().webhookAddress().replaceFirst("^https?://[^/]+", "");
        });
    }

    /** Stripe calls. @return whether the call was taken */
    boolean call(String path, String body) {
        try {
            var signature = FakeStripe.signature(body, FakeStripe.WEBHOOK_SECRET, clock.instant());
            var request = post(path).header("Stripe-Signature", signature).content(body);
            return calls.perform(request).andReturn().getResponse().getStatus() == 204;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was told to the rest of the application, by transactions that came to their end. */
    <T> List<T> published(WorkspaceId workspace, Class<T> type) {
        return published.getOrDefault(workspace, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private JdbcClient cut(JdbcClient jdbc) {
        return sql -> {
            WorkspaceScope.find().map(lives::get).ifPresent(Life::pass);
            return jdbc.sql(sql);
        };
    }

    private void publish(Object event) {
        var workspace = switch (event) {
            case PaymentReceived received -> received.workspace();
            case PaymentRefunded refunded -> refunded.workspace();
            default -> null;
        };
        if (workspace != null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    published
                            .computeIfAbsent(workspace, _ -> new CopyOnWriteArrayList<>())
                            .add(event);
                }
            });
        }
    }

    private static void first(BeanDefinition definition) {
        definition.setPrimary(true);
    }
}
