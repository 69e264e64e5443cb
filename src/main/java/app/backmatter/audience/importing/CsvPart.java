package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A text file with cells between commas, semicolons, tabs or bars. */
record CsvPart(String name, TextShape.Source source, TextShape shape) implements Part {
    private static final int LONGEST_CELL = 4 << 20;

    static CsvPart of(String name, TextShape.Source source) throws IOException {
        return new CsvPart(name, source, TextShape.of(source));
    }

    @Override
    public long lines() {
        return shape.lines();
    }

    @Override
    @SuppressWarnings({"MustBeClosedChecker", "removal"}) // closed by what is given back; files are not perfect
    public Lines open() {
        try {
            var csv = CsvReader.builder()
                    .fieldSeparator(shape.separator())
                    .maxBufferSize(LONGEST_CELL)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(TextShape.reader(source.open(), shape.charset()));
            if (shape.saysSeparator()) {
                csv.skipLines(1);
            }
            return new Records(csv.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Records implements Lines {
        private final CloseableIterator<CsvRecord> records;
        private long last;

        Records(CloseableIterator<CsvRecord> records) {
            this.records = records;
        }

        @Override
        public @Nullable Line next() {
            try {
                while (records.hasNext()) {
                    var found = records.next();
                    last = found.getStartingLineNumber();
                    var line = new Line(last, found.getFields());
                    if (!line.isBlank()) {
                        return line;
                    }
                }
                return null;
            } catch (CsvParseException e) {
                throw new UnreadableList(Reason.NEVER_ENDING_CELL, last + 1);
            }
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
