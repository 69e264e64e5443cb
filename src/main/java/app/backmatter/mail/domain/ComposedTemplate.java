package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.mail.content.LaidOut;
import java.util.Map;

/** A template whose letters have a layout of their own. */
interface ComposedTemplate extends LetterTemplate {
    LaidOut.Filled compose(Map<String, String> fields);

    @Override
    default Written write(Map<String, String> fields) {
        throw new UnsupportedOperationException(name() + " is composed");
    }
}
