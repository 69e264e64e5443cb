package app.backmatter.mail.bounce.mailbox;

import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.transport.Unreached;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Sockets to the world outside alone. Authors type where their mailbox is; what a name leads to is looked at when the
 * connection is made, so that no answer of DNS in between leads into the house.
 */
final class OutwardSockets extends SocketFactory {
    private final InetAddressFilter allowed;

    OutwardSockets(InetAddressFilter allowed) {
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                connect(endpoint, 0);
            }

            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (endpoint instanceof InetSocketAddress to
                        && to.getAddress() != null
                        && !allowed.matches(to.getAddress())) {
                    throw new Unreached(Trouble.Kind.INSIDE, "This address is not outside");
                }
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        var socket = createSocket();
        socket.connect(to);
        return socket;
    }
}
