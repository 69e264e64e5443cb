package app.backmatter.support;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.shared.EmailAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.springframework.transaction.event.TransactionalEventListener;

/** The latest mail that accounts asked for to each address. */
public class AccountMails {
    private final Map<EmailAddress, AccountMailRequested> latest = new ConcurrentHashMap<>();

    @TransactionalEventListener
    void keep(AccountMailRequested mail) {
        latest.put(mail.to(), mail);
    }

    /** Waits for a mail to the address and takes it out. */
    public AccountMailRequested take(EmailAddress to) {
        Awaitility.await().until(() -> latest.containsKey(to));
        return latest.remove(to);
    }

    public boolean has(EmailAddress to) {
        return latest.containsKey(to);
    }
}
