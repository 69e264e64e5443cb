package app.backmatter.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes rows as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read it right. A cell that a
 * spreadsheet would run as a formula is led by an apostrophe; numbers below zero are let through.
 */
public final class Spreadsheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Spreadsheet() {}

    /** Leaves the stream open. */
    public static void write(OutputStream out, List<String> head, Stream<List<String>> rows) {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().build(writer);
            csv.writeRecord(head);
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(Spreadsheet::harmless).toList()));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String harmless(String cell) {
        var start = cell.stripLeading();
        boolean couldRun = !cell.isEmpty()
                && ("\t\r\n".indexOf(cell.charAt(0)) >= 0
                        || (!start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0));
        return couldRun && !cell.matches("-?[0-9]+([.][0-9]+)?") ? "'" + cell : cell;
    }
}
