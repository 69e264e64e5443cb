package app.backmatter.mail.transport;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes a connection on which one write takes too long. A socket knows a limit for reading only, and Jakarta Mail's for
 * writing sets a task up for each write, which costs as much as the write.
 */
final class WatchedOutput extends FilterOutputStream {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Socket socket;
    private final long limit;
    private volatile long since;
    private volatile boolean isWriting;

    private WatchedOutput(Socket socket, Duration limit) throws IOException {
        super(socket.getOutputStream());
        this.socket = socket;
        this.limit = limit.toNanos();
    }

    /** @param limit for one write; found out up to a second later */
    static WatchedOutput of(Socket socket, Duration limit) throws IOException {
        var output = new WatchedOutput(socket, limit);
        Thread.ofVirtual().name("smtp-watch").start(output::watch);
        return output;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        since = System.nanoTime();
        isWriting = true;
        try {
            out.write(bytes, offset, length);
        } finally {
            isWriting = false;
        }
    }

    private void watch() {
        try {
            while (!socket.isClosed()) {
                LockSupport.parkNanos(LOOK.toNanos());
                if (isWriting && System.nanoTime() - since > limit) {
                    // without a last word of encryption, which would wait behind the write
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            }
        } catch (IOException _) {
            // it is closed already
        }
    }
}
