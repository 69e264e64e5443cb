package app.backmatter.orders.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeHostsTests {
    private final StripeHosts closed = new StripeHosts(settings("https://api.stripe.com", false));

    @ParameterizedTest
    @ValueSource(strings = {"https://api.stripe.com", "https://api.stripe.com/", "https://api-eu.stripe.com"})
    void hasStripes(String address) {
        assertThat(closed.have(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.stripe.com",
                "https://api.stripe.com:8443",
                "https://api.stripe.com.example.org",
                "https://evilstripe.com",
                "https://user@api.stripe.com",
                "https://api.stripe.com@169.254.169.254",
                "https://api.stripe.com/v1",
                "https://api.stripe.com?x=1",
                "https://api.stripe.com#x",
                "https://localhost",
                "http://169.254.169.254",
                "https://10.0.0.1",
                "file:///etc/passwd",
                "api.stripe.com",
                "https://",
                "no address",
                ""
            })
    void hasNothingElse(String address) {
        assertThat(closed.have(address)).isFalse();
    }

    @Test
    void hasTheInstallationsOwn() {
        var hosts = new StripeHosts(settings("http://stripe-mock:12111", false));

        assertThat(hosts.have("http://stripe-mock:12111")).isTrue();
        assertThat(hosts.have("http://stripe-mock:12112")).isFalse();
        assertThat(hosts.have("https://stripe-mock:12111")).isFalse();
    }

    @Test
    void hasAnyWhereTheInstallationSaysSo() {
        var open = new StripeHosts(settings("https://api.stripe.com", true));

        assertThat(open.have("http://localhost:4010")).isTrue();
        assertThat(open.have("ftp://localhost")).isFalse();
    }

    @Test
    void noRequestLeadsElsewhere() {
        assertThatThrownBy(() -> closed.require(URI.create("http://169.254.169.254/v1/charges")))
                .isInstanceOf(IOException.class);
    }

    private static StripeSettings settings(String base, boolean any) {
        var second = Duration.ofSeconds(1);
        return new StripeSettings("", "", URI.create(base), second, second, Duration.ZERO, any);
    }
}
