package app.backmatter.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetailerLinkTests {
    @Test
    void namesAShopAndItsPage() {
        assertThat(new RetailerLink("Kobo", "https://www.kobo.com/ebook/harbour").name())
                .isEqualTo("Kobo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/book",
                "javascript:alert(1)",
                "//shop.example/book",
                "https:///book",
                "https://shop.example/a b",
                ""
            })
    void leadsToASecureAddressAlone(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetailerLink("Shop", url));
    }
}
