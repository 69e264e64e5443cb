package app.backmatter.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tables to download (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need). A cell that a spreadsheet would run
 * as a formula gets an apostrophe in front, so that it shows as the text that it is; numbers below zero are let through.
 */
public final class Csv {
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Pattern FORMULA = Pattern.compile("[\\t\\r\\n]|\\s*[=+\\-@＝＋－＠]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    private Csv() {}

    /** @param rows the heads of the columns first */
    public static String text(List<List<String>> rows) {
        var text = new StringWriter();
        try {
            write(text, rows.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** @param fileName of plain ASCII, ends in {@code .csv} */
    public static ResponseEntity<byte[]> download(String fileName, List<List<String>> rows) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName))
                .cacheControl(CacheControl.noStore())
                .body(text(rows).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a table of any length while its rows are read. What fails on the way breaks the download off, so that nobody
     * takes a part for the whole.
     *
     * @param fileName of plain ASCII, ends in {@code .csv}
     * @param rows the heads of the columns first
     */
    public static void send(HttpServletResponse response, String fileName, Stream<List<String>> rows)
            throws IOException {
        response.setContentType(TYPE.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        write(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), rows);
    }

    /** Leaves the target open: closing it would end a table well that failed half-way. */
    @SuppressWarnings("resource")
    private static void write(Writer target, Stream<List<String>> rows) throws IOException {
        target.write('\ufeff');
        var csv = CsvWriter.builder().build(target);
        rows.forEach(row -> csv.writeRecord(row.stream().map(Csv::harmless).toList()));
        csv.flush();
    }

    private static String attachment(String fileName) {
        return ContentDisposition.attachment().filename(fileName).build().toString();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).lookingAt() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
