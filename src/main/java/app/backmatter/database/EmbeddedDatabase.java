package app.backmatter.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL as a child process with its files in the data folder, kept between runs. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(DataFolder folder) {
        try {
            var files = folder.path().resolve("postgres");
            log.info(
                    "{} in {}",
                    Files.exists(files) ? "Starting the database" : "Setting up a database, this once,",
                    folder.path().toAbsolutePath().normalize());
            stopOrphan(files.resolve("postmaster.pid"));
            return new EmbeddedDatabase(folder, launch(folder.path(), files));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not start in " + folder.path(), e);
        }
    }

    /** The database's address for JDBC; it listens on the loopback interface alone. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
    }

    private static EmbeddedPostgres launch(Path folder, Path files) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                // a hook of its own would stop it while the application still writes what it has gathered
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // the launcher is made for tests and switches durability off; these later options win
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(
                        Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                .setErrorRedirector(
                        Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                .start();
    }

    /** After the application was killed its database is still there; holding the lock, nobody else can be using it. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
        if (orphan.isPresent()) {
            log.info("Stopping the database that outlived its application (process {})", pid);
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new StartRefused(
                        "The database of an earlier run (process " + pid + ") does not stop; end it first.");
            }
        }
    }
}
