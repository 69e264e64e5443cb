package app.backmatter.orders.payment;

import app.backmatter.pages.PaymentMode;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** What the payment settings choose. */
@Configuration(proxyBeanMethods = false)
class PaymentSettings {
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
