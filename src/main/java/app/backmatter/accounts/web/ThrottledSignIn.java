package app.backmatter.accounts.web;

import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.accounts.domain.SignInAccounts;
import java.time.Duration;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Counts each try before the password is looked at, per account and per network; good ones don't count. Only the real
 * remote address is believed, so that made-up forwarded addresses win nothing.
 */
@Component
class ThrottledSignIn implements AuthenticationProvider {
    private static final RequestLimit PER_ACCOUNT = new RequestLimit("sign-in-account", 10, Duration.ofMinutes(15));
    private static final RequestLimit PER_NETWORK = new RequestLimit("sign-in-network", 50, Duration.ofMinutes(15));

    private final RequestLimits limits;
    private final DaoAuthenticationProvider passwords;

    ThrottledSignIn(RequestLimits limits, SignInAccounts accounts, PasswordEncoder encoder) {
        this.limits = limits;
        this.passwords = new DaoAuthenticationProvider(accounts::byEmail);
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = attempt.getName().strip().toLowerCase(Locale.ROOT);
        var network = Network.of(remoteAddress(attempt));
        if (!limits.take(PER_NETWORK, network) || !limits.take(PER_ACCOUNT, account)) {
            throw new TooManyTries();
        }
        var signedIn = passwords.authenticate(attempt);
        limits.giveBack(PER_NETWORK, network);
        limits.giveBack(PER_ACCOUNT, account);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String remoteAddress(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
