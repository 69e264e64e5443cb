package app.backmatter.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.backmatter.database.StartRefused;
import app.backmatter.pages.PaymentMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PaymentSettingsTests {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(PaymentSettings.class, NoPayments.class, Sandbox.class);

    @ParameterizedTest
    @ValueSource(strings = {"production", "prod"})
    void productionDoesNotStartWithTheSandbox(String profile) {
        application
                .withPropertyValues("spring.profiles.active=" + profile)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .message()
                        .contains("sandbox")
                        .doesNotContain("\n"));
    }

    @Test
    void productionStartsWithoutPayments() {
        application
                .withPropertyValues("spring.profiles.active=production", "backmatter.payments=off")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(PaymentGateway.class).processor())
                            .isEqualTo(PaymentProcessor.OFF);
                    assertThat(context.getBean(PaymentMode.class).isSandbox()).isFalse();
                });
    }

    @Test
    void theSandboxSaysThatItIsOne() {
        application.run(context -> {
            assertThat(context.getBean(PaymentMode.class).isSandbox()).isTrue();
            assertThat(context.getBean(PaymentGateway.class).processor()).isEqualTo(PaymentProcessor.SANDBOX);
        });
    }

    @Test
    void aProcessorThatIsNoneIsRefused() {
        application
                .withPropertyValues("backmatter.payments=paypall")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(StartRefused.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Sandbox {
        @Bean
        PaymentGateway sandbox() {
            PaymentGateway gateway = mock();
            when(gateway.processor()).thenReturn(PaymentProcessor.SANDBOX);
            return gateway;
        }
    }
}
