package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as the session keeps it: of the password no more than tells whether it is still the same, and named
 * by the id, so that an account's sessions are found again after its address has changed.
 */
public final class SignedInAccount implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1;

    private final AccountId id;
    private final boolean admin;
    private final byte[] password;
    private @Nullable String passwordHash;

    SignedInAccount(Account account) {
        this.id = account.id();
        this.admin = account.isAdmin();
        this.password = SecretHash.of(account.passwordHash());
        this.passwordHash = account.passwordHash();
    }

    public AccountId id() {
        return id;
    }

    /** Whether the account still has the password that opened the session. */
    boolean isStill(Account account) {
        return Arrays.equals(password, SecretHash.of(account.passwordHash()));
    }

    @Override
    public String getUsername() {
        return id.toString();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return admin ? List.of(new SimpleGrantedAuthority("ROLE_ADMIN")) : List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
