package app.backmatter.watermarks.pdf;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import app.backmatter.watermarks.Watermark;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Makes a copy of a PDF with a line on each page. All that is not on the pages goes along untouched: outline, links,
 * forms, tags, metadata. Streams are read from the source and written to the target; in memory are the objects alone.
 */
public final class PdfStamp {
    /** What an object takes in bytes while a document is written: a link somewhat less. Half of the heap is for them. */
    private static final int HEAP_OF_AN_OBJECT = 3 << 10;

    /** The first version with compressed objects. */
    private static final float COMPRESSED = 1.5f;

    private PdfStamp() {}

    public static void copy(Path source, Watermark watermark, Path target) throws NotStampable, IOException {
        try (var document = Loader.loadPDF(source.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            requireStampable(document);
            stamp(document, watermark, target);
        } catch (InvalidPasswordException e) {
            throw new NotStampable(Reason.ENCRYPTED, e);
        }
    }

    private static void requireStampable(PDDocument document) throws NotStampable {
        if (document.isEncrypted()) {
            throw new NotStampable(Reason.ENCRYPTED);
        }
        if (document.getDocument().getXrefTable().size()
                > mostObjects(Runtime.getRuntime().maxMemory())) {
            throw new NotStampable(Reason.TOO_INTRICATE);
        }
        if (!document.getSignatureDictionaries().isEmpty()) {
            throw new NotStampable(Reason.SIGNED);
        }
        if (document.getNumberOfPages() == 0) {
            throw new NotStampable(Reason.BROKEN);
        }
    }

    private static void stamp(PDDocument document, Watermark watermark, Path target) throws IOException {
        // names in scripts that no font can draw are here at least
        document.getDocumentInformation().setCustomMetadataValue("Copy", watermark.line());
        try (var letters = new Letters(document)) {
            var line = new DrawnLine(document, letters, watermark);
            for (var page : document.getPages()) {
                line.drawOn(page);
            }
            document.save(target.toFile(), asCompressedAsItWas(document));
        }
    }

    /** Books have thousands of objects, tagged ones tens of thousands. */
    static int mostObjects(long heap) {
        return (int) Math.min(Integer.MAX_VALUE, heap / 2 / HEAP_OF_AN_OBJECT);
    }

    /** An older format, such as PDF/A-1, stays what it is. */
    private static CompressParameters asCompressedAsItWas(PDDocument document) {
        return document.getVersion() < COMPRESSED
                ? CompressParameters.NO_COMPRESSION
                : CompressParameters.DEFAULT_COMPRESSION;
    }
}
