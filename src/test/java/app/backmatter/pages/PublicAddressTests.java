package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:8080",
                "http://192.168.1.20:8080",
                "http://172.20.0.3",
                "http://10.1.2.3",
                "http://shelf.local",
                "http://shelf:8080"
            })
    void knowsAnAddressThatReadersCannotReach(String base) {
        assertThat(new PublicAddress(base).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://books.example.org", "https://example.org/", "http://172.32.0.1", "http://100.20.30.40"})
    void knowsOneThatTheyCan(String base) {
        assertThat(new PublicAddress(base).isPrivate()).isFalse();
    }
}
