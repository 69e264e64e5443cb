package app.backmatter.mail.content;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.Locale;

/** MJML as HTML that mail programs show alike. Its classes are loaded when the first mail is laid out. */
final class Mjml {
    private Mjml() {}

    static String html(String mjml, Locale language) {
        return Mjml4j.render(mjml, new Mjml4j.Configuration(language.toLanguageTag()));
    }
}
