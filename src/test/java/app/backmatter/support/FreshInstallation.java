package app.backmatter.support;

import app.backmatter.Backmatter;
import app.backmatter.accounts.Workspaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backmatter as somebody meets it who has just started it: an empty database, no account, a port of its own. */
public record FreshInstallation(String address, ConfigurableApplicationContext context) implements AutoCloseable {
    public static FreshInstallation start() throws IOException {
        var port = freePort();
        var address = "http://localhost:" + port;
        var context = new SpringApplicationBuilder(Backmatter.class)
                .run(
                        "--server.port=" + port,
                        "--backmatter.public-url=" + address,
                        "--backmatter.data=" + Path.of("target", "fresh-" + UUID.randomUUID()),
                        "--spring.datasource.url=" + TestDatabase.fresh(),
                        "--spring.jmx.enabled=false",
                        "--db-scheduler.polling-interval=250ms",
                        "--logging.level.root=warn");
        return new FreshInstallation(address, context);
    }

    /** The latest mail from its first workspace to the address, as soon as there is one. */
    public Mailbox.Mail mailTo(String address) {
        var workspace = context.getBean(Workspaces.class).all().getFirst();
        return new Mailbox(context.getBean(JdbcClient.class), workspace.id()).waitForOneTo(address);
    }

    @Override
    public void close() {
        context.close();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
