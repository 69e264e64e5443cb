package app.backmatter.mail.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedOutputTests {
    @Test
    void endsAConnectionWhoseServerReadsNothing() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            var output = WatchedOutput.of(socket, Duration.ofMillis(100));

            assertThatThrownBy(() -> {
                        while (true) {
                            output.write(new byte[1_000_000], 0, 1_000_000);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void letsAConnectionBeOnWhichNobodyWrites() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket(server.getInetAddress(), server.getLocalPort());
                var other = new Socket(server.getInetAddress(), server.getLocalPort())) {
            var idle = WatchedOutput.of(socket, Duration.ZERO);
            var busy = WatchedOutput.of(other, Duration.ZERO);

            // by when the busy one was looked at, so was the one before it
            assertThatThrownBy(() -> {
                        while (true) {
                            busy.write(new byte[1_000_000], 0, 1_000_000);
                        }
                    })
                    .isInstanceOf(IOException.class);

            idle.write(new byte[1], 0, 1);
            assertThat(socket.isClosed()).isFalse();
        }
    }
}
