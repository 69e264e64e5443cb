package app.backmatter.orders.payment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** What the payment settings choose. */
@Configuration(proxyBeanMethods = false)
class PaymentSettings {
    @Bean
    @Primary
    GatewayOfWorkspace paymentGateway(Environment environment, List<PaymentGateway> gateways) {
        return new GatewayOfWorkspace(gateways, PaymentProcessor.of(environment));
    }
}
