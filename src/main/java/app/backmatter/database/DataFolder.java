package app.backmatter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an installation that runs its own database, held by this application alone. The system releases the
 * lock however the application ends, which tells a second start apart from a database that outlived its application.
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {
    /** @throws StartRefused when another running application holds the folder */
    static DataFolder hold(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(
                    path.resolve("backmatter.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartRefused("Backmatter is already running on the folder "
                        + path.toAbsolutePath().normalize()
                        + "; stop it first or set BACKMATTER_DATA to another folder.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder can't be used: " + path.toAbsolutePath(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable Object tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
