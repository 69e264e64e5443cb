package app.backmatter.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTestTests {
    @Test
    void itsOwnReadersDecideWhetherItSaysAnything() {
        var test = new SubjectTest("Other", 20, WinnerRule.OPENED, 4);
        assertThat(test.saysLittle(200)).as("40 take part").isTrue();
        assertThat(test.saysLittle(250)).as("50 take part").isFalse();
        assertThat(test.isFew(49)).isTrue();
        assertThat(test.isFew(50)).isFalse();
    }
}
