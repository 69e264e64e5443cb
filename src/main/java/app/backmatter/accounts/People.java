package app.backmatter.accounts;

import app.backmatter.accounts.domain.SignInAccounts;
import app.backmatter.shared.EmailAddress;
import org.springframework.stereotype.Service;

/** What other modules may know of those who sign in. */
@Service
public class People {
    private final SignInAccounts accounts;

    People(SignInAccounts accounts) {
        this.accounts = accounts;
    }

    /** What somebody is called; empty when there is no such account, or not any more. */
    public String name(AccountId account) {
        return accounts.nameOf(account);
    }

    /** @throws java.util.NoSuchElementException when there is no such account, or not any more */
    public EmailAddress email(AccountId account) {
        return accounts.emailOf(account);
    }
}
