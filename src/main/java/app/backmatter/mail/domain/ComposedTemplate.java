package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.mail.content.LaidOut;
import java.util.Map;

/** A template whose letters have a layout of their own. */
interface ComposedTemplate extends LetterTemplate {
    /** @param under the links by which its reader leaves or chooses */
    LaidOut.Filled compose(Claim claim, MailLinks.Links under);

    @Override
    default Written write(Map<String, String> fields) {
        throw new UnsupportedOperationException(name() + " is composed");
    }
}
