package app.backmatter.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.domain.SignedInAccount;
import app.backmatter.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person with an account, made for one test. */
public record TestPerson(
        AccountId id, EmailAddress email, SignedInAccount account, SessionRepository<? extends Session> sessions) {

    /** Signs the request of a MockMvc test in. */
    public RequestPostProcessor signedIn() {
        return user(account);
    }

    /** The value of a Cookie header that signs real HTTP requests and browsers in, without the sign-in page. */
    public String cookie() {
        return "backmatter=" + sessionCookie(sessions);
    }

    private <S extends Session> String sessionCookie(SessionRepository<S> repository) {
        var session = repository.createSession();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(signedIn));
        repository.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
