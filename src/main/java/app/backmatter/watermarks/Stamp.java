package app.backmatter.watermarks;

import app.backmatter.watermarks.NotStampable.Reason;
import app.backmatter.watermarks.epub.EpubStamp;
import app.backmatter.watermarks.pdf.PdfStamp;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Makes a copy of a file that says whose it is. The memory that it takes does not grow with the file's size. */
public enum Stamp {
    PDF("application/pdf", PdfStamp::copy),
    EPUB("application/epub+zip", EpubStamp::copy);

    private final String contentType;
    private final Copying copying;

    Stamp(String contentType, Copying copying) {
        this.contentType = contentType;
        this.copying = copying;
    }

    /** Empty for files that have no place for a watermark. */
    public static Optional<Stamp> of(String contentType) {
        return Arrays.stream(values())
                .filter(stamp -> stamp.contentType.equals(contentType))
                .findFirst();
    }

    /**
     * @param target is written over; what stands there after an exception is of no use
     * @throws NotStampable when the source is broken, encrypted or signed
     * @throws IOException when source or target can't be reached, or the disk is full
     */
    public void copy(Path source, Watermark watermark, Path target) throws NotStampable, IOException {
        try {
            copying.copy(source, watermark, target);
        } catch (IOException e) {
            if (isOfTheDisk(e)) {
                throw e;
            }
            throw new NotStampable(Reason.BROKEN, e);
        } catch (RuntimeException | StackOverflowError e) {
            // the libraries meet broken input with exceptions of every kind
            throw new NotStampable(Reason.BROKEN, e);
        }
    }

    private static boolean isOfTheDisk(IOException e) {
        var message = String.valueOf(e.getMessage());
        return e instanceof FileSystemException || message.contains("space") || message.contains("quota");
    }

    @FunctionalInterface
    private interface Copying {
        void copy(Path source, Watermark watermark, Path target) throws NotStampable, IOException;
    }
}
