package app.backmatter.storage.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.StorageFull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files on their way in, beside those that are kept: written aside and forced to the disk before they get a name. */
@Component
class Incoming {
    private static final long ALMOST_NOTHING = 1 << 20;
    private static final String ASIDE = ".incoming";
    private static final int PIECE = 1 << 16;

    private final Path root;

    Incoming(@Value("${backmatter.data}") String data) {
        this.root = root(data);
    }

    static Path root(String data) {
        return Path.of(data).resolve("files").toAbsolutePath().normalize();
    }

    /**
     * A whole file of the workspace in scope, the caller's to move or delete.
     *
     * @throws StorageFull when the disk has no room; nothing is left behind
     */
    Path receive(Content content) {
        try {
            var aside = Files.createTempFile(folder(), ASIDE, "");
            try {
                writeForced(aside, content);
                return aside;
            } catch (IOException | RuntimeException e) {
                Files.delete(aside);
                throw e;
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where a file of the workspace in scope grows that comes by pieces. */
    Path partial(UUID upload) {
        return root.resolve(WorkspaceScope.current().toString()).resolve(ASIDE + "-" + upload);
    }

    /** How much of it is there. */
    long reached(UUID upload) {
        var file = partial(upload);
        return Files.exists(file) ? size(file) : 0;
    }

    /**
     * Writes behind what is there, as far as it comes: a connection that breaks is the end of a piece.
     *
     * @param size of the whole; what comes beyond it is not read
     * @param whole runs when the last byte is on the disk, while nobody else can write
     * @return how much is there now
     * @throws WrongOffset when there is more or less than the sender believes, or somebody else is writing
     * @throws StorageFull when the disk has no room
     */
    long append(UUID upload, long offset, long size, InputStream content, Runnable whole) {
        try {
            folder();
            try (var channel = FileChannel.open(partial(upload), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = tryLock(channel)) {
                if (lock == null || channel.size() != offset) {
                    throw new WrongOffset(channel.size());
                }
                long reached = append(channel.position(offset), size, content);
                if (reached == size) {
                    channel.force(true);
                    whole.run();
                }
                return reached;
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static long append(FileChannel channel, long size, InputStream content) throws IOException {
        var piece = new byte[PIECE];
        long reached = channel.position();
        for (int read = 0; read >= 0 && reached < size; reached += Math.max(0, read)) {
            read = read(content, piece, (int) Math.min(piece.length, size - reached));
            var part = ByteBuffer.wrap(piece, 0, Math.max(0, read));
            while (part.hasRemaining()) {
                channel.write(part);
            }
        }
        return reached;
    }

    private static int read(InputStream content, byte[] piece, int most) {
        try {
            return content.read(piece, 0, most);
        } catch (IOException e) {
            // the sender is gone; it asks how far it came when it is back
            return -1;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What is left of a file that was received; nothing once it was taken over. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was last written to before then and never got its name: a killed process leaves it. */
    void deleteUnfinished(Instant before) {
        if (!Files.exists(root)) {
            return;
        }
        try (var workspaces = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var workspace : workspaces) {
                deleteUnfinished(workspace, before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteUnfinished(Path workspace, Instant before) throws IOException {
        try (var files = Files.newDirectoryStream(workspace, ASIDE + "*")) {
            for (var file : files) {
                // of one that got its name meanwhile nothing is left to delete
                if (file.toFile().lastModified() < before.toEpochMilli()) {
                    delete(file);
                }
            }
        }
    }

    private Path folder() throws IOException {
        return Files.createDirectories(root.resolve(WorkspaceScope.current().toString()));
    }

    private static void writeForced(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private RuntimeException failed(IOException e) {
        return isFull(e) ? new StorageFull(e) : new UncheckedIOException(e);
    }

    private boolean isFull(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("No space left")
                || message.contains("quota")
                || root.toFile().getUsableSpace() < ALMOST_NOTHING;
    }

    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
