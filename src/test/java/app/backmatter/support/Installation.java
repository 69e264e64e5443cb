package app.backmatter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.Backmatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An installation as its owner has it: the real application with its embedded database in a folder, which outlives the
 * process.
 */
public final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final int port;
    private final Process process;

    private Installation(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Comes back when pages are answered.
     *
     * @param settings more of them, such as {@code --backmatter.payments=off}
     */
    public static Installation start(Path folder, String... settings) throws IOException {
        int port = FreshInstallation.freePort();
        var arguments = Stream.concat(
                Stream.of(
                        "--server.port=" + port,
                        "--backmatter.public-url=http://localhost:" + port,
                        "--backmatter.data=" + folder),
                Arrays.stream(settings));
        var process = ApplicationProcess.start(Backmatter.class, arguments.toArray(String[]::new));
        var installation = new Installation(folder, port, process);
        try {
            await("the first page").atMost(PATIENCE).until(installation::answers);
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
        return installation;
    }

    public int port() {
        return port;
    }

    /** The first account, and a workspace with the example in it, as soon as its funnels are open. */
    public void fill() {
        var browser = Browser.on(port)
                .post(
                        "/set-up",
                        Map.of(
                                "name", "Ada Quill",
                                "email", "ada@example.org",
                                "password", AccountFixtures.PASSWORD,
                                "workspaceName", "Ada Quill",
                                "currency", "USD",
                                "timeZone", "America/New_York",
                                "withExample", "true"));
        assertThat(browser.status()).isBetween(300, 399);
        await("the example").atMost(PATIENCE).until(() -> count("short_links where target is not null") == 3);
    }

    public long count(String rows) {
        return database().sql("select count(*) from " + rows).query(Long.class).single();
    }

    /** The embedded database says in its folder where it listens. */
    public JdbcClient database() {
        try (Stream<String> lines = Files.lines(folder.resolve("postgres").resolve("postmaster.pid"))) {
            var database = lines.skip(3).findFirst().orElseThrow();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + database.strip() + "/postgres?user=postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM; comes back when the process has ended. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** {@code kill -9} */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private boolean answers() {
        assertThat(process.isAlive()).as("see target/processes.log").isTrue();
        try {
            return Browser.on(port).get("/set-up").status() < 500;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
