package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** An uploaded file with its tables, whatever its name says that it is. The store looked for swelling archives before. */
final class ListFile implements Closeable {
    private static final String ZIP = "PK\3\4";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final int MOST_PARTS = 20;
    private static final long MOST_TEXT = 2L << 30;
    /** A workbook keeps its texts in one list, which is in memory while it is read. */
    private static final long MOST_STRINGS = 60 << 20;

    private final List<Part> parts;
    private final @Nullable ZipFile archive;
    private final @Nullable Path copy;

    private ListFile(List<Part> parts, @Nullable ZipFile archive, @Nullable Path copy) {
        this.parts = List.copyOf(parts);
        this.archive = archive;
        this.copy = copy;
    }

    /** @throws UnreadableList when it is nothing with rows */
    static ListFile open(String name, Resource content) throws IOException {
        if (!content.exists()) {
            throw new UnreadableList(Reason.GONE);
        }
        // a workbook or an archive is read here and there, which a store elsewhere does not give
        var copy = content.isFile() ? null : Files.createTempFile("import", ".list");
        try {
            if (copy != null) {
                try (var in = content.getInputStream()) {
                    Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return open(name, copy == null ? content.getFile().toPath() : copy, copy);
        } catch (IOException | RuntimeException e) {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
            throw e;
        }
    }

    List<Part> parts() {
        return parts;
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }

    private static ListFile open(String name, Path file, @Nullable Path copy) throws IOException {
        var head = head(file);
        if (head.startsWith(OLE)) {
            throw new UnreadableList(Reason.OLD_WORKBOOK);
        }
        if (head.startsWith("%PDF-") || head.startsWith("{\\rtf") || head.startsWith("<")) {
            throw new UnreadableList(Reason.NOT_A_LIST);
        }
        return head.startsWith(ZIP)
                ? ofArchive(name, file, copy)
                : new ListFile(List.of(CsvPart.of(name, () -> Files.newInputStream(file))), null, copy);
    }

    private static ListFile ofArchive(String name, Path file, @Nullable Path copy) throws IOException {
        var archive = new ZipFile(file.toFile());
        try {
            if (archive.getEntry("xl/workbook.xml") != null) {
                requireModest(archive);
                archive.close();
                return new ListFile(List.of(new WorkbookPart(name, file)), null, copy);
            }
            return new ListFile(texts(archive), archive, copy);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static void requireModest(ZipFile workbook) {
        var strings = workbook.getEntry(STRINGS);
        if (strings != null && strings.getSize() > MOST_STRINGS
                || workbook.stream().mapToLong(ZipEntry::getSize).sum() > MOST_TEXT) {
            throw new UnreadableList(Reason.LARGE_WORKBOOK);
        }
    }

    private static List<Part> texts(ZipFile archive) throws IOException {
        var found = archive.stream().filter(ListFile::isText).toList();
        if (found.isEmpty() || found.size() > MOST_PARTS) {
            throw new UnreadableList(Reason.NO_LIST_INSIDE);
        }
        if (found.stream().mapToLong(ZipEntry::getSize).sum() > MOST_TEXT) {
            throw new UnreadableList(Reason.SWELLS);
        }
        var parts = new ArrayList<Part>();
        for (var entry : found) {
            if (entry.getSize() > 0) {
                parts.add(CsvPart.of(bare(entry.getName()), () -> read(archive, entry)));
            }
        }
        return parts;
    }

    private static InputStream read(ZipFile archive, ZipEntry entry) throws IOException {
        return archive.getInputStream(entry);
    }

    /** What a Mac puts beside each file is no list. Posts of a whole Substack are none either. */
    private static boolean isText(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.startsWith("__macosx/")
                && !bare(name).equals("posts.csv")
                && name.matches("(?s).*\\.(csv|tsv|txt)");
    }

    private static String bare(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        }
    }
}
