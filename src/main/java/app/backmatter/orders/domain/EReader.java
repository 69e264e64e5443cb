package app.backmatter.orders.domain;

import app.backmatter.shared.EmailAddress;
import java.util.Optional;
import java.util.Set;

/** Where files may be mailed: e-readers that take them by e-mail, and the reader's own mailbox. Nobody else gets any. */
final class EReader {
    private static final Set<String> DOMAINS = Set.of("kindle.com", "free.kindle.com", "pbsync.com");

    private EReader() {}

    static Optional<EmailAddress> address(String typed, EmailAddress own) {
        return EmailAddress.parse(typed).filter(address -> address.equals(own) || DOMAINS.contains(domain(address)));
    }

    private static String domain(EmailAddress address) {
        return address.value().substring(address.value().indexOf('@') + 1);
    }
}
