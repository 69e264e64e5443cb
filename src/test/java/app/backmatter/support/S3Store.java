package app.backmatter.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A store that speaks S3, in a process of its own: S3Proxy on a folder. */
public final class S3Store implements AutoCloseable {
    public static final String BUCKET = "books";
    private static final String NAME = "s3proxy-4.1.0-jar-with-dependencies.jar";
    /** Where the build puts it, and where it lies when a test is started without the build. */
    private static final List<Path> JARS = List.of(
            Path.of("target/s3proxy", NAME),
            Path.of(System.getProperty("user.home"), ".m2/repository/org/gaul/s3proxy/4.1.0", NAME));

    private final Path folder;
    private final int port;
    private Process process;

    private S3Store(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Comes back when it listens. */
    public static S3Store start(Path folder) throws IOException {
        int port = FreshInstallation.freePort();
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        var settings = new Properties();
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
        settings.setProperty("s3proxy.identity", "local");
        settings.setProperty("s3proxy.credential", "local-secret");
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty(
                "jclouds.filesystem.basedir", folder.resolve("data").toString());
        try (var out = Files.newOutputStream(folder.resolve("s3proxy.properties"))) {
            settings.store(out, null);
        }
        var store = new S3Store(folder, port, run(folder));
        await("S3Proxy").atMost(Duration.ofSeconds(60)).until(store::listens);
        return store;
    }

    /** As arguments of the application. */
    public String[] settings() {
        return new String[] {
            "--backmatter.s3.bucket=" + BUCKET,
            "--backmatter.s3.endpoint=" + endpoint(),
            "--backmatter.s3.access-key=local",
            "--backmatter.s3.secret-key=local-secret"
        };
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** What it keeps. */
    public List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve(BUCKET))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Where it was. */
    public void startAgain() throws IOException {
        process = run(folder);
        await("S3Proxy").atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private static Process run(Path folder) throws IOException {
        var jar = JARS.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No S3Proxy at " + JARS));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--properties",
                        folder.resolve("s3proxy.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/s3proxy.log"))
                .start();
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
