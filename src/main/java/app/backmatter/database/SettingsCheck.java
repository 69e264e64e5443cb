package app.backmatter.database;

import java.util.Locale;
import org.springframework.core.env.Environment;

/**
 * Looks at a module's settings before anything else starts, so that a refused start has touched nothing. Each one stands
 * in {@code META-INF/spring.factories}.
 */
public interface SettingsCheck {
    /** @throws StartRefused when the application can't work with what is set */
    void check(Environment environment);

    /**
     * A setting that counts something.
     *
     * @param name as it stands in the properties
     * @param least the smallest number that makes sense
     * @throws StartRefused when it is set, and is no such number
     */
    static void count(Environment environment, String name, int least) {
        var given = environment.getProperty(name);
        if (given != null && !isCount(given, least)) {
            var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            throw new StartRefused(variable + " must be a whole number, " + least + " or more.");
        }
    }

    private static boolean isCount(String given, int least) {
        try {
            return Integer.parseInt(given.strip()) >= least;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
