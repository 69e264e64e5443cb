package app.backmatter.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmailAddressTests {
    private static final String LETTERS = "ab09.-@@..A_+ \u00e9<";

    @Test
    void takesNothingForPlainThatHasNotTheShapeOfAnAddress() {
        var random = new Random(4);
        int plain = 0;
        for (int round = 0; round < 500_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(3, 14); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            var address = text.toString();
            if (EmailAddress.isPlain(address)) {
                plain++;
                assertThat(EmailAddress.hasShape(address)).as(address).isTrue();
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    @Test
    void knowsHowLongThePartsOfAnAddressMayBe() {
        for (var address : new String[] {
            "a".repeat(64) + "@example.com",
            "a".repeat(65) + "@example.com",
            "ana@example.c",
            "ana@b.co",
            "ana@example." + "c".repeat(63),
            "ana@example." + "c".repeat(64),
            "ana@.com",
            "@example.com",
            "ana@example.com."
        }) {
            assertThat(EmailAddress.isPlain(address)).as(address).isEqualTo(EmailAddress.hasShape(address));
        }
    }
}
