package app.backmatter.support;

import java.nio.file.Path;

/** Where the tests' application keeps its files. Test runs beside each other have a folder each. */
public final class TestFolder {
    static final String NAME = "target/test-data-${fork:1}";

    private TestFolder() {}

    public static Path of(String... rest) {
        return Path.of("target/test-data-" + System.getProperty("fork", "1"), rest);
    }
}
