package app.backmatter.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.support.ApplicationProcess;
import app.backmatter.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real application, killed between the charge and its record: {@code kill -9}, as a process of its own. */
class KilledCheckoutTests {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private String database;
    private JdbcClient jdbc;

    @BeforeEach
    void makeDatabase() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(new DriverManagerDataSource(database));
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void endsAsOneChargeOneOrderAndOneReceipt() throws Exception {
        var first = start("--pay");
        await().atMost(PATIENCE).until(() -> count("sandbox_charges where state = 'CHARGED'") == 1);
        first.destroyForcibly().waitFor();
        assertThat(count("payments where state = 'STARTED'")).isEqualTo(1);
        assertThat(count("entitlements")).isZero();

        start();

        await().atMost(PATIENCE).until(() -> count("payments where state = 'CHARGED'") == 1);
        assertThat(count("sandbox_charges")).isEqualTo(1);
        assertThat(count("orders where number = 1 and total = 3600")).isEqualTo(1);
        assertThat(count("entitlements")).isEqualTo(2);
        assertThat(count("messages where key like 'receipt:%'")).isEqualTo(1);
    }

    private Process start(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--backmatter.data=" + folder.resolve("data")));
        all.addAll(List.of(arguments));
        var process = ApplicationProcess.start(CheckoutProcess.class, all.toArray(String[]::new));
        started.add(process);
        return process;
    }

    /** Nothing while the tables are not there yet. */
    private int count(String rows) {
        try {
            return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
        } catch (DataAccessException e) {
            return 0;
        }
    }
}
