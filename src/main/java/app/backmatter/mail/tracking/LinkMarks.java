package app.backmatter.mail.tracking;

import app.backmatter.pages.PublicAddress;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** By what a link of a mail is known when it is followed: here by a code, on our own pages by who brought the reader. */
@Component
public class LinkMarks {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;

    private final PublicAddress address;
    private final SecureRandom random = new SecureRandom();

    LinkMarks(PublicAddress address) {
        this.address = address;
    }

    /** A new one that nobody guesses. */
    public String code() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, at) -> code.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** Whether it leads to a page that knows where its readers come from. */
    public boolean isOurs(String link) {
        return link.startsWith(address.base() + "/p/");
    }

    /** @param source the code of a short link */
    public String sayingFrom(String source, String link) {
        return link + (link.indexOf('?') < 0 ? "?from=" : "&from=") + source;
    }
}
