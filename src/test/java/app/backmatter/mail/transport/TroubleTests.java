package app.backmatter.mail.transport;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.mail.transport.Trouble.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TroubleTests {
    @Test
    void isKnownByItsInnermostReason() {
        var handshake = new SSLHandshakeException("handshake");
        handshake.initCause(new CertificateException("No name matching mail.example.com found"));
        Map.of(
                        new MessagingException("x", new UnknownHostException("mail.example.con")),
                        Kind.NO_SUCH_SERVER,
                        new ConnectException("Connection refused"),
                        Kind.NOBODY_THERE,
                        new SocketTimeoutException("Read timed out"),
                        Kind.SLOW,
                        handshake,
                        Kind.UNTRUSTED,
                        new SSLHandshakeException("no common protocol"),
                        Kind.NO_ENCRYPTION,
                        new AuthenticationFailedException("[AUTHENTICATIONFAILED]"),
                        Kind.SIGN_IN,
                        new Unreached(Kind.INSIDE, "10.0.0.1"),
                        Kind.INSIDE,
                        new IOException("451 later"),
                        Kind.SAID)
                .forEach((failure, kind) -> assertThat(Trouble.of(failure).kind())
                        .as(failure.toString())
                        .isEqualTo(kind));
    }

    @Test
    void isReadAgainAsItWasStored() {
        var trouble =
                Trouble.of(new MessagingException("Couldn't connect\r\nto host", new ConnectException("refused")));
        assertThat(trouble).hasToString("NOBODY_THERE Couldn't connect to host: refused");
        assertThat(Trouble.parse(trouble.toString())).isEqualTo(trouble);
        assertThat(Trouble.parse("550 5.1.1 nobody")).isEqualTo(new Trouble(Kind.SAID, "550 5.1.1 nobody"));
        assertThat(Trouble.parse("")).isEqualTo(new Trouble(Kind.SAID, ""));
        assertThat(new Trouble(Kind.SAID, "x".repeat(9_000)).toString().length())
                .isLessThanOrEqualTo(300);
    }
}
