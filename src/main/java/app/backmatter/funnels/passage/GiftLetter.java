package app.backmatter.funnels.passage;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.PublicAddress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings the gift: a private link to its files. */
@Component
class GiftLetter implements LetterTemplate {
    private final GiftWords words;
    private final PublicAddress address;

    GiftLetter(GiftWords words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    @Override
    public String name() {
        return OptInLetters.GIFT;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        return words.write("gift", fields, address.of("/r/" + fields.get("proof") + "/gift"));
    }
}
