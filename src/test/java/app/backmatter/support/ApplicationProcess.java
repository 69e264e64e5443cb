package app.backmatter.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application in a process of its own, for tests that end it, kindly or not. */
public final class ApplicationProcess {
    private ApplicationProcess() {}

    /**
     * Starts on the tests' own class path and comes back at once; what it says stands in {@code target/processes.log}.
     *
     * @param main the class that starts it
     */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return start(main, new File("target/processes.log"), arguments);
    }

    /** @param told where it writes what it says */
    public static Process start(Class<?> main, File told, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--logging.level.root=warn"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(told))
                .start();
    }
}
