package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a copy of an EPUB with one more page, the last, which the table of contents names, and with a line in its
 * metadata. Each other file goes along byte for byte; of those that change only what is added. The identifier stays,
 * with which fonts may be obfuscated.
 */
public final class EpubStamp {
    private EpubStamp() {}

    public static void copy(Path source, Watermark watermark, Path target) throws NotStampable, IOException {
        try (var archive = new EpubArchive(source)) {
            Encryption.refuse(archive);
            archive.copyTo(target, changes(archive, watermark));
        }
    }

    /** What each file that is new or changed holds, by its path in the archive. */
    private static Map<String, byte[]> changes(EpubArchive archive, Watermark watermark)
            throws NotStampable, IOException {
        var book = PackageDocument.of(archive);
        var page = book.unusedPath(archive.names());
        var changes = new HashMap<String, byte[]>();
        changes.put(page, Colophon.page(watermark, book.isVersion3()).getBytes(StandardCharsets.UTF_8));
        for (var contents : book.contents()) {
            if (archive.has(contents.path())) {
                changes.put(contents.path(), contents.with(archive.read(contents.path()), page, watermark.title()));
            }
        }
        changes.put(book.path(), book.with(page, watermark));
        return changes;
    }
}
