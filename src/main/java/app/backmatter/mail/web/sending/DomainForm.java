package app.backmatter.mail.web.sending;

import app.backmatter.mail.dkim.DkimKeys;
import app.backmatter.mail.dkim.DomainName;
import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** @param domain or an address at it */
record DomainForm(@Nullable String domain) {
    void check(DkimKeys keys, Errors errors) {
        DomainName.parse(Typed.line(domain))
                .ifPresentOrElse(
                        name -> {
                            if (!keys.hasRoom(name)) {
                                errors.rejectValue("domain", "mail.error.domain.many");
                            }
                        },
                        () -> errors.rejectValue("domain", "mail.error.domain"));
    }

    /** Of a form without errors. */
    String name() {
        return DomainName.parse(Typed.line(domain)).orElseThrow();
    }
}
