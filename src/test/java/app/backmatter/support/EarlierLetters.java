package app.backmatter.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Letters of earlier tests stay where they are: once a test sets a mail server or moves the clock, they would leave among
 * its own.
 */
final class EarlierLetters implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        var jdbc = SpringExtension.getApplicationContext(context).getBean(JdbcClient.class);
        jdbc.sql("update messages set state = 'CANCELLED' where state = 'QUEUED'")
                .update();
        jdbc.sql("update account_messages set state = 'CANCELLED' where state = 'QUEUED'")
                .update();
    }
}
