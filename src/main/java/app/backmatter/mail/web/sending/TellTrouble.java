package app.backmatter.mail.web.sending;

import app.backmatter.mail.transport.Trouble;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Component;

/** Trouble with a server in the author's words, and what the server or a library said of it as small print. */
@Component
class TellTrouble {
    private final Words words;

    TellTrouble(Words words) {
        this.words = words;
    }

    String plain(Trouble trouble) {
        return trouble.isSaid()
                ? words.say("mail.refusal", trouble.words())
                : words.say("mail.trouble." + trouble.kind());
    }

    /** Empty where the words have said all. */
    String detail(Trouble trouble) {
        return trouble.isSaid() ? "" : trouble.words();
    }
}
