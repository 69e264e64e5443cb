package app.backmatter.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** A PDF with a signature field, as programs see it; nobody could verify it. */
public final class SignedPdf {
    private SignedPdf() {}

    /** @param folder where it may work */
    public static byte[] page(Path folder) throws IOException {
        var plain = Files.write(folder.resolve("unsigned.pdf"), SmallPdf.page("Signed"));
        var signed = folder.resolve("signed.pdf");
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
        try (var source = Loader.loadPDF(plain.toFile());
                var out = Files.newOutputStream(signed)) {
            source.addSignature(signature, content -> new byte[] {1});
            source.saveIncremental(out);
        }
        return Files.readAllBytes(signed);
    }
}
