package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. */
record WorkbookPart(String name, Path file) implements Part {
    private static final int MOST_CELLS = 1_000;
    private static final ReadingOptions WITH_DATES = new ReadingOptions(true, true);

    @Override
    public long lines() {
        return 0;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed by what is given back
    public Lines open() {
        try {
            var book = new ReadableWorkbook(file.toFile(), WITH_DATES);
            try {
                return new Rows(book, book.getFirstSheet().openStream());
            } catch (IOException | RuntimeException e) {
                book.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw broken(0, e);
        }
    }

    private static UnreadableList broken(long line, Exception cause) {
        var broken = new UnreadableList(Reason.BROKEN_WORKBOOK, line);
        broken.initCause(cause);
        return broken;
    }

    private static final class Rows implements Lines {
        private final ReadableWorkbook book;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private long last;

        Rows(ReadableWorkbook book, Stream<Row> stream) {
            this.book = book;
            this.stream = stream;
            rows = stream.iterator();
        }

        @Override
        public @Nullable Line next() {
            try {
                while (rows.hasNext()) {
                    var row = rows.next();
                    last = row.getRowNum();
                    var line = new Line(last, cells(row));
                    if (!line.isBlank()) {
                        return line;
                    }
                }
                return null;
            } catch (RuntimeException e) {
                // whatever the bytes of a workbook make its reader stumble over
                throw broken(last + 1, e);
            }
        }

        private static List<String> cells(Row row) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < Math.min(row.getCellCount(), MOST_CELLS); column++) {
                cells.add(text(row.getCell(column)));
            }
            return cells;
        }

        /** Dates are numbers that are shown as dates. */
        private static String text(@Nullable Cell cell) {
            if (cell == null || cell.getType() == CellType.ERROR) {
                return "";
            }
            var format = cell.getDataFormatString();
            boolean isDate = cell.getType() == CellType.NUMBER
                    && format != null
                    && format.toLowerCase(Locale.ROOT).matches(".*(yy|d[/.-]m|m[/.-]d).*");
            return isDate ? cell.asDate().toString() : cell.getText();
        }

        @Override
        public void close() {
            stream.close();
            try {
                book.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
