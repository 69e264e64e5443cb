package app.backmatter.orders.payment;

import app.backmatter.pages.PaymentMode;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    @ConditionalOnProperty(name = PaymentProcessor.PROPERTY, havingValue = "off")
    PaymentGateway noPayments() {
        return new NoPayments();
    }
}
