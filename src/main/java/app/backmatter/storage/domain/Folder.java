package app.backmatter.storage.domain;

import static java.util.Objects.requireNonNull;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StorageFull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The storage folder on disk: {@code files/<workspace>/<id>}. A file is written aside, forced to the disk and moved, so
 * that a killed process leaves it whole or not at all. No part of a path comes from a person.
 */
@Component
class Folder {
    private static final long ALMOST_NOTHING = 1 << 20;
    private static final String ASIDE = ".incoming";

    private final Path root;

    Folder(@Value("${backmatter.data}") String data) {
        this.root = Path.of(data).resolve("files").toAbsolutePath().normalize();
    }

    /** Where a file stands, or where its smaller variant does. */
    Path path(WorkspaceId workspace, FileId id, String variant) {
        return root.resolve(workspace.toString()).resolve(id + variant);
    }

    /** @throws StorageFull when the disk has no room; nothing is left behind */
    void write(Path file, Content content) {
        var parent = requireNonNull(file.getParent());
        try {
            Files.createDirectories(parent);
            var aside = Files.createTempFile(parent, ASIDE, "");
            try {
                writeForced(aside, content);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
            forceFolder(parent);
        } catch (IOException e) {
            throw isFull(e) ? new StorageFull(e) : new UncheckedIOException(e);
        }
    }

    long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
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

    private static void writeForced(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** The move itself must survive a power cut. Windows can't open folders and needs no such step. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
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
