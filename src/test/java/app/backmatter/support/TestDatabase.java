package app.backmatter.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for the whole test run: in a container where an engine answers, else embedded, both of the same
 * major version. Tests share one database and keep apart by making workspaces of their own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SERVER = start();
    private static final String SHARED = fresh();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + SHARED,
                        "backmatter.mail.dns=" + TestDns.address(),
                        "backmatter.mail.own.allow-inside=true",
                        "backmatter.mail.services.ses=" + TestMailServices.address(),
                        "backmatter.mail.services.sns=" + TestMailServices.address(),
                        "backmatter.mail.services.postmark=" + TestMailServices.address(),
                        "backmatter.mail.services.mailgun=" + TestMailServices.address(),
                        "backmatter.mail.services.mailgun-eu=" + TestMailServices.address())
                .applyTo(context);
    }

    /** The address of a new, empty database on the same server, user and password included. */
    public static String fresh() {
        var name = "backmatter_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.formatted("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return SERVER.formatted(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start() {
        return hasContainerEngine() ? startContainer() : startEmbedded();
    }

    private static boolean hasContainerEngine() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    // lives as long as the run; its own reaper removes it
    @SuppressWarnings("resource")
    private static String startContainer() {
        var container = new PostgreSQLContainer("postgres:18-alpine");
        container.start();
        return "jdbc:postgresql://%s:%d/%%s?user=%s&password=%s"
                .formatted(
                        container.getHost(),
                        container.getMappedPort(5432),
                        container.getUsername(),
                        container.getPassword());
    }

    /** After every context has closed: stopped earlier, it would fail their last words. */
    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String startEmbedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
            return "jdbc:postgresql://127.0.0.1:%d/%%s?user=postgres".formatted(postgres.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
