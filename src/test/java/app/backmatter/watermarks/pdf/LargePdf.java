package app.backmatter.watermarks.pdf;

import app.backmatter.support.WatermarkFixtures;
import app.backmatter.watermarks.Stamp;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;

/** PDFs of one page with a picture of any size, or with any number of links, and a program that stamps one. */
public final class LargePdf {
    private LargePdf() {}

    public static void main(String[] files) throws Exception {
        Stamp.PDF.copy(Path.of(files[0]), WatermarkFixtures.of("Rita Reader"), Path.of(files[1]));
        try (var copy = Loader.loadPDF(Path.of(files[1]).toFile())) {
            if (copy.getNumberOfPages() != 1) {
                throw new IllegalStateException("No copy");
            }
        }
    }

    public static void write(Path file, int size) throws IOException {
        var head = "%PDF-1.4\n"
                + "1 0 obj\n"
                + "<< /Type /Catalog /Pages 2 0 R >>\n"
                + "endobj\n"
                + "2 0 obj\n"
                + "<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
                + "endobj\n"
                + "3 0 obj\n"
                + "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /P 4 0 R >> >> >>\n"
                + "endobj\n";
        var picture = "4 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                + "/BitsPerComponent 8 /Length " + size + " >>\nstream\n";
        var offsets =
                new int[] {head.indexOf("1 0 obj"), head.indexOf("2 0 obj"), head.indexOf("3 0 obj"), head.length()};
        var tail = new StringBuilder("\nendstream\nendobj\n");
        long start = head.length() + picture.length() + (long) size + tail.length();
        tail.append("xref\n0 5\n0000000000 65535 f \n");
        for (int offset : offsets) {
            tail.append("%010d 00000 n \n".formatted(offset));
        }
        tail.append("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(start));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(picture.getBytes(StandardCharsets.ISO_8859_1));
            var noise = new byte[1 << 20];
            new Random(1).nextBytes(noise);
            for (int written = 0; written < size; written += noise.length) {
                out.write(noise);
            }
            out.write(tail.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Each link is an object of usual size for one. */
    static void writeLinks(Path file, int links) throws IOException {
        var offsets = new long[links + 4];
        try (var out = new CountingOutput(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.print("%PDF-1.4\n");
            offsets[1] = out.written;
            out.print("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
            offsets[2] = out.written;
            out.print("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
            offsets[3] = out.written;
            out.print("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [");
            for (int link = 4; link < offsets.length; link++) {
                out.print(link + " 0 R ");
            }
            out.print("] >>\nendobj\n");
            for (int link = 4; link < offsets.length; link++) {
                offsets[link] = out.written;
                out.print(link + " 0 obj\n<< /Type /Annot /Subtype /Link /Rect [10 10 50 20] /Border [0 0 0] "
                        + "/A << /S /URI /URI (https://example.org/" + link + ") >> >>\nendobj\n");
            }
            long start = out.written;
            out.print("xref\n0 " + offsets.length + "\n0000000000 65535 f \n");
            for (int object = 1; object < offsets.length; object++) {
                out.print("%010d 00000 n \n".formatted(offsets[object]));
            }
            out.print("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(offsets.length, start));
        }
    }

    private static final class CountingOutput extends FilterOutputStream {
        private long written;

        CountingOutput(OutputStream out) {
            super(out);
        }

        void print(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            out.write(bytes);
            written += bytes.length;
        }
    }
}
