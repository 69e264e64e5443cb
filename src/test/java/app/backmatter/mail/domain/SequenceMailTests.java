package app.backmatter.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.mail.SequencePurpose;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SequenceMailTests {
    @Test
    void showsItsWordsWithoutWhatOnlyAnEditorNeeds() {
        var mail = mail("Hello {first_name},\n\n[it is *still* there]({offer_link}), and **so am I**.");
        assertThat(mail.words()).isEqualTo("Hello {first_name},\n\nit is still there, and so am I.");
    }

    @Test
    void keepsWhatStandsInBracketsWithoutBeingAField() {
        assertThat(mail("Soon (in spring).").words()).isEqualTo("Soon (in spring).");
    }

    private static SequenceMail mail(String markdown) {
        return new SequenceMail(UUID.randomUUID(), 0, SequencePurpose.BUYERS, 1, "Soon", markdown, "", 0, 0);
    }
}
