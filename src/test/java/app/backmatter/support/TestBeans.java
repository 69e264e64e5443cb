package app.backmatter.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({
    AccountFixtures.class,
    AccountMails.class,
    BookFixtures.class,
    FunnelFixtures.class,
    OrderFixtures.class,
    ProductFixtures.class,
    ReadersFile.class,
    RefundFixtures.class
})
class TestBeans {
    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    TestLetter testLetter(MovableClock clock) {
        return new TestLetter(clock);
    }
}
