package app.backmatter.accounts.web;

import org.springframework.security.core.AuthenticationException;

/** The password was not even looked at. */
final class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1;

    TooManyTries() {
        super("Too many tries");
    }
}
