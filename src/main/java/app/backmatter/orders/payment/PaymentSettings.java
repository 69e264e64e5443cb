package app.backmatter.orders.payment;

import app.backmatter.pages.PaymentMode;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Looks at the payment settings before anything else starts, so that a refused start has touched nothing. */
@Configuration(proxyBeanMethods = false)
class PaymentSettings {
    @Bean
    static BeanFactoryPostProcessor paymentSettingsCheck(Environment environment) {
        PaymentProcessor.of(environment);
        return beans -> {};
    }

    @Bean
    PaymentMode paymentMode(Environment environment) {
        var processor = PaymentProcessor.of(environment);
        return () -> processor == PaymentProcessor.SANDBOX;
    }

    @Bean
    @Primary
    PaymentGateway paymentGateway(Environment environment, List<PaymentGateway> gateways) {
        var processor = PaymentProcessor.of(environment);
        return gateways.stream()
                .filter(gateway -> gateway.processor() == processor)
                .findFirst()
                .orElseThrow();
    }
}
