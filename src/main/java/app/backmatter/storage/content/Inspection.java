package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Looks into a whole file before it is kept. Its heap does not grow with the file. */
@Component
public class Inspection {
    private static final Map<String, Set<String>> PROMISED = Map.of(
            "pdf", Set.of(ContentType.PDF),
            "epub", Set.of(ContentType.EPUB),
            "zip", Set.of(ContentType.ZIP, ContentType.EPUB),
            "mp3", Set.of(ContentType.MPEG),
            "m4a", Set.of(ContentType.AUDIO_MP4, ContentType.VIDEO_MP4),
            "m4b", Set.of(ContentType.AUDIO_MP4, ContentType.VIDEO_MP4),
            "ogg", Set.of(ContentType.OGG),
            "flac", Set.of(ContentType.FLAC));

    /** A look into a large file takes a core for some seconds, so only two run. */
    private final Semaphore looking = new Semaphore(2);

    /**
     * @param name as uploaded: what its ending promises a reader's device will believe
     * @return the media type, told by the bytes alone
     * @throws FileRefused when it is encrypted, broken, dangerous, or not what its name promises
     */
    public String typeOf(Path file, String name) {
        looking.acquireUninterruptibly();
        try {
            var type = ContentType.of(head(file));
            check(file, type);
            if (!PROMISED.getOrDefault(ending(name), Set.of(type)).contains(type)) {
                throw new FileRefused(Reason.NAME_PROMISES_OTHERWISE);
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            looking.release();
        }
    }

    private static void check(Path file, String type) throws IOException {
        switch (type) {
            case ContentType.PDF -> Pdf.check(file);
            case ContentType.EPUB -> Epub.check(file);
            case ContentType.ZIP -> Epub.checkThatItIsNone(file);
            case ContentType.MPEG, ContentType.AUDIO_MP4, ContentType.VIDEO_MP4, ContentType.OGG, ContentType.FLAC ->
                Sound.check(file, type);
            default -> {
                // nothing to open
            }
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(ContentType.HEAD);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
