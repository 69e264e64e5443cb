package app.backmatter.mail.dkim;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What DNS says of a domain's mails besides keys.
 *
 * @param spf who may send for it; empty when it does not say
 * @param dmarc what is to be done with others; empty when it does not say
 */
public record DomainAdvice(String domain, String spf, String dmarc) implements Serializable {
    static DomainAdvice of(String domain, List<String> texts, List<String> policies) {
        return new DomainAdvice(domain, first(texts, "v=spf1"), first(policies, "v=dmarc1"));
    }

    private static String first(List<String> texts, String beginning) {
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(beginning))
                .findFirst()
                .orElse("");
    }
}
