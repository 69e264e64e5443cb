package app.backmatter.funnels.passage;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.PublicAddress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for the button behind the link to be pressed; nothing else happens by opening the mail. */
@Component
class OptInConfirmationLetter implements LetterTemplate {
    private final GiftWords words;
    private final PublicAddress address;

    OptInConfirmationLetter(GiftWords words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    @Override
    public String name() {
        return OptInLetters.CONFIRMATION;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        return words.write("confirmation", fields, address.of("/confirm/" + fields.get("proof")));
    }
}
