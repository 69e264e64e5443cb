package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A ZIP archive that was looked through to its last byte: nothing leads out of it, nothing swells, nothing lies. */
final class Archive implements Closeable {
    private static final int MOST_ENTRIES = 20_000;
    private static final long ALWAYS_FINE = 50 << 20;
    private static final long MOST_TIMES_ITS_SIZE = 100;
    private static final long MOST_UNPACKED = 10L << 30;

    private final ZipFile zip;
    private final long size;

    private Archive(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
    }

    /** @throws FileRefused when the directory at its end can't be read, is encrypted, or claims too much */
    static Archive open(Path file) throws IOException {
        ArchiveEnd.check(file, MOST_ENTRIES);
        try {
            return new Archive(new ZipFile(file.toFile()), Files.size(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Reason.ARCHIVE_BROKEN, e);
        }
    }

    List<? extends ZipEntry> entries() {
        return Collections.list(zip.entries());
    }

    Optional<ZipEntry> find(String name) {
        return Optional.ofNullable(zip.getEntry(name));
    }

    InputStream read(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    /** Unpacks everything into nothing. */
    void check() {
        long packed = 0;
        long unpacked = 0;
        for (var entry : entries()) {
            requireInside(entry.getName());
            packed += Math.max(0, entry.getCompressedSize());
            if (packed > size) {
                // entries that share their bytes: how a small archive becomes a large one
                throw new FileRefused(Reason.ARCHIVE_SWELLS);
            }
            unpacked += unpack(entry, unpacked);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private long unpack(ZipEntry entry, long before) {
        var sum = new CRC32();
        long length = 0;
        try (var in = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                length += read;
                requireModest(before + length);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Reason.ARCHIVE_BROKEN, e);
        }
        if (length != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new FileRefused(Reason.ARCHIVE_BROKEN);
        }
        return length;
    }

    private void requireModest(long unpacked) {
        if (unpacked > MOST_UNPACKED || unpacked > Math.max(ALWAYS_FINE, MOST_TIMES_ITS_SIZE * size)) {
            throw new FileRefused(Reason.ARCHIVE_SWELLS);
        }
    }

    private static void requireInside(String name) {
        var path = name.replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("(?s)[A-Za-z]:.*")
                || path.indexOf('\0') >= 0
                || List.of(path.split("/")).contains("..")) {
            throw new FileRefused(Reason.ARCHIVE_LEADS_OUT);
        }
    }
}
