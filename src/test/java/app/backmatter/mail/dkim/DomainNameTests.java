package app.backmatter.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainNameTests {
    @Test
    void readsADomainOrAnAddressAtIt() {
        assertThat(DomainName.parse(" Ada@Bücher.example ")).contains("xn--bcher-kva.example");
        assertThat(DomainName.parse("no domain")).isEmpty();
    }

    @Test
    void leavesRoomForWhatASignaturePutsBeforeIt() {
        var longest = "a23456789.".repeat(22) + "example.de";
        assertThat(DomainName.parse(longest)).isPresent();
        assertThat(DomainName.parse("a" + longest)).isEmpty();
    }
}
