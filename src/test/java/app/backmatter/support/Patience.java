package app.backmatter.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test waits for may take long where the machine has other things to do; it costs nothing where it hasn't. A look
 * that asserts and fails is a "not yet", as what is looked for may come a moment later.
 */
final class Patience implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Awaitility.ignoreExceptionsByDefaultMatching(AssertionError.class::isInstance);
    }
}
