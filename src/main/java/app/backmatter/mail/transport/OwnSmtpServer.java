package app.backmatter.mail.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.angus.mail.util.SocketFetcher;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that an owner named. It is reached where it is in the world: a name that leads into the network of the
 * installation is refused, asked once and by the address that is then connected to.
 */
public final class OwnSmtpServer extends SmtpServer {
    private static final int PATIENCE = 10_000;
    private static final InetAddressFilter OUTSIDE = InetAddressFilter.externalAddresses();

    private final JavaMailSenderImpl settings;
    private final Security security;
    private final boolean anywhere;

    /** How the conversation is hidden from others. */
    public enum Security {
        /** Begun in the open, and hidden before anybody signs in. */
        STARTTLS,
        TLS,
        NONE
    }

    private OwnSmtpServer(JavaMailSenderImpl settings, Security security, boolean anywhere) {
        super(settings);
        this.settings = settings;
        this.security = security;
        this.anywhere = anywhere;
    }

    /**
     * @param user empty when nobody has to sign in
     * @param anywhere whether the installation lets owners reach its own network
     */
    public static OwnSmtpServer of(
            String host, int port, Security security, String user, String password, boolean anywhere) {
        var settings = new JavaMailSenderImpl();
        settings.setProtocol("smtp");
        settings.setHost(host);
        settings.setPort(port);
        settings.setUsername(user);
        settings.setPassword(password);
        var properties = settings.getJavaMailProperties();
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.timeout", String.valueOf(PATIENCE));
        return new OwnSmtpServer(settings, security, anywhere);
    }

    @Override
    Socket open() throws IOException {
        var address = InetAddress.getByName(settings.getHost());
        if (!anywhere && !OUTSIDE.matches(address)) {
            throw new Unreached(Trouble.Kind.INSIDE, settings.getHost() + " is no mail server in the open");
        }
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, settings.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return security == Security.TLS
                    ? SocketFetcher.startTLS(socket, settings.getHost(), settings.getJavaMailProperties(), "mail.smtp")
                    : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
