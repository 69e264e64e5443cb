package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An EPUB as the ZIP archive that it is (EPUB 3.3, OCF). */
final class EpubArchive implements Closeable {
    private static final String MIMETYPE = "mimetype";
    /** Far more than a book's package or table of contents has. */
    private static final int MOST_BYTES_IN_MEMORY = 16 << 20;

    private final ZipFile zip;

    EpubArchive(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    Set<String> names() {
        var names = new LinkedHashSet<String>();
        zip.stream().forEach(entry -> names.add(entry.getName()));
        return names;
    }

    /** @throws NotStampable when it isn't there, or is too large to be what it should */
    byte[] read(String path) throws NotStampable, IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            throw new NotStampable(Reason.BROKEN);
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(MOST_BYTES_IN_MEMORY + 1);
            if (bytes.length > MOST_BYTES_IN_MEMORY) {
                throw new NotStampable(Reason.TOO_INTRICATE);
            }
            return bytes;
        }
    }

    /** @param changes what a file holds instead, or besides, by its path */
    void copyTo(Path target, Map<String, byte[]> changes) throws IOException {
        var added = new HashMap<>(changes);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            write(out, stored(MIMETYPE, "application/epub+zip".getBytes(StandardCharsets.US_ASCII)));
            for (var entry : Collections.list(zip.entries())) {
                var changed = added.remove(entry.getName());
                if (changed != null) {
                    write(out, new NewEntry(like(entry), changed));
                } else if (!entry.getName().equals(MIMETYPE)) {
                    copy(entry, out);
                }
            }
            for (var entry : added.entrySet()) {
                write(out, new NewEntry(new ZipEntry(entry.getKey()), entry.getValue()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record NewEntry(ZipEntry entry, byte[] content) {}

    private static NewEntry stored(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return new NewEntry(entry, content);
    }

    private static void write(ZipOutputStream out, NewEntry added) throws IOException {
        out.putNextEntry(added.entry);
        out.write(added.content);
        out.closeEntry();
    }

    private void copy(ZipEntry entry, ZipOutputStream out) throws IOException {
        var copy = like(entry);
        if (entry.getMethod() == ZipEntry.STORED) {
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(entry.getSize());
            copy.setCrc(entry.getCrc());
        }
        out.putNextEntry(copy);
        try (var in = zip.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static ZipEntry like(ZipEntry entry) {
        var copy = new ZipEntry(entry.getName());
        if (entry.getTime() >= 0) {
            copy.setTimeLocal(entry.getTimeLocal());
        }
        return copy;
    }
}
