package app.backmatter.mail.domain;

import app.backmatter.audience.ContactTokens;
import app.backmatter.pages.PublicAddress;
import org.springframework.stereotype.Component;

/** The links under a mail by which its reader leaves or chooses. */
@Component
class MailLinks {
    private final ContactTokens tokens;
    private final PublicAddress address;

    MailLinks(ContactTokens tokens, PublicAddress address) {
        this.tokens = tokens;
        this.address = address;
    }

    /** Whole addresses; both empty for a mail to nobody on a list. */
    record Links(String unsubscribe, String preferences) {
        static final Links NONE = new Links("", "");
        /** For a mail that is only looked at. */
        static final Links EXAMPLE = new Links("/unsubscribe/example", "/preferences/example");
    }

    Links of(Claim claim) {
        if (claim.workspace() == null || claim.contact() == null) {
            return Links.NONE;
        }
        return tokens.of(claim.workspace(), claim.contact())
                .map(token -> new Links(address.of("/unsubscribe/" + token), address.of("/preferences/" + token)))
                .orElse(Links.NONE);
    }
}
