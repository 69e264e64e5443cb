package app.backmatter.support;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
@Import({
    AccountFixtures.class,
    AccountMails.class,
    BookFixtures.class,
    DraftFixtures.class,
    FunnelFixtures.class,
    ImportFixtures.class,
    OrderFixtures.class,
    ProductFixtures.class,
    ReadersFile.class,
    RefundFixtures.class
})
class TestBeans {
    @Bean
    @Primary
    MovableClock movableClock(ObjectProvider<JdbcClient> jdbc) {
        return new MovableClock(jdbc::getObject);
    }

    @Bean
    TestLetter testLetter(MovableClock clock) {
        return new TestLetter(clock);
    }
}
