package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.shared.EmailAddress;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds who wants to sign in by the address that they typed. */
@Service
public class SignInAccounts {
    private final Accounts accounts;

    SignInAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws UsernameNotFoundException when nobody has it or it is no address at all */
    public SignedInAccount byEmail(String email) {
        return EmailAddress.parse(email)
                .flatMap(accounts::find)
                .map(SignedInAccount::new)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /** Always asked of the database: a changed password ends what the old one opened. */
    public boolean isStill(SignedInAccount account) {
        return accounts.find(account.id()).filter(account::isStill).isPresent();
    }

    public SignedInAccount get(AccountId id) {
        return accounts.find(id).map(SignedInAccount::new).orElseThrow();
    }

    /** Empty when nobody has it, or not any more. */
    public String nameOf(AccountId id) {
        return accounts.find(id).map(Account::name).orElse("");
    }

    public EmailAddress emailOf(AccountId id) {
        return accounts.find(id).map(Account::email).orElseThrow();
    }
}
