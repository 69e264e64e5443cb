package app.backmatter.storage.domain;

import static java.util.Objects.requireNonNull;

import app.backmatter.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * The storage folder on disk: {@code files/<workspace>/<id>}. A whole file is moved to its name, so that a killed process
 * leaves it there or not at all.
 */
final class Folder implements Contents {
    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    @Override
    public void put(Place place, Path incoming) {
        var file = path(place);
        try {
            var parent = requireNonNull(file.getParent());
            Files.createDirectories(parent);
            Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Resource open(Place place) {
        return new FileSystemResource(path(place));
    }

    @Override
    public InputStream read(Place place, long from, long length) throws IOException {
        var channel = FileChannel.open(path(place), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(from));
    }

    @Override
    public void delete(Place place) {
        try {
            Files.deleteIfExists(path(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<URI> address(Place place, StoredFile file, Duration lasts) {
        return Optional.empty();
    }

    private Path path(Place place) {
        return root.resolve(place.path());
    }

    /** The move itself must survive a power cut. Windows can't open folders and needs no such step. */
    private static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
