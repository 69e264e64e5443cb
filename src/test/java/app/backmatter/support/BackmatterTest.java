package app.backmatter.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a free port with a real database. All tests that need it share this one context: add nothing
 * to it that would make a second.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "backmatter.data=" + TestFolder.NAME,
            // whoever moves the clock makes the letters of every test due at once
            "backmatter.mail.per-second=200",
            "backmatter.mail.broadcast.per-second=0",
            "backmatter.stripe.allow-other-addresses=true",
            "backmatter.stripe.timeout=2s",
            "backmatter.stripe.pause=5ms",
            "db-scheduler.polling-interval=250ms",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.data.jpa.repositories.bootstrap-mode=default",
            "logging.level.root=warn"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestBeans.class)
@ExtendWith({Patience.class, EarlierLetters.class})
public @interface BackmatterTest {}
