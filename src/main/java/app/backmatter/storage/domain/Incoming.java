package app.backmatter.storage.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.StorageFull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files on their way in, beside those that are kept: written aside and forced to the disk before they get a name. */
@Component
class Incoming {
    private static final long ALMOST_NOTHING = 1 << 20;
    private static final String ASIDE = ".incoming";

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
