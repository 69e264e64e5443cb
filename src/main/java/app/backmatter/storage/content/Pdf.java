package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that opens without a password, has its end and at least one page. */
final class Pdf {
    /** Viewers look for the mark in the last kilobyte; a little more is forgiven (ISO 32000-1, annex H.3). */
    private static final int TAIL = 4096;

    private Pdf() {}

    static void check(Path file) throws IOException {
        requireEnd(file);
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new FileRefused(Reason.PDF_ENCRYPTED);
            }
            requirePage(document);
        } catch (InvalidPasswordException e) {
            throw new FileRefused(Reason.PDF_ENCRYPTED, e);
        } catch (FileRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the parser meets broken input with exceptions of every kind
            throw new FileRefused(Reason.PDF_BROKEN, e);
        }
    }

    private static void requirePage(PDDocument document) {
        var pages = document.getPages().iterator();
        if (!pages.hasNext() || pages.next().getMediaBox() == null) {
            throw new FileRefused(Reason.PDF_BROKEN);
        }
    }

    private static void requireEnd(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var tail = ByteBuffer.allocate((int) Math.min(TAIL, channel.size()));
            channel.read(tail, channel.size() - tail.capacity());
            if (!new String(tail.array(), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new FileRefused(Reason.PDF_BROKEN);
            }
        }
    }
}
