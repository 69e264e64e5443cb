package app.backmatter.audience.importing;

import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of a list, table by table. */
final class Rows implements Closeable {
    private final Iterator<Table> tables;
    private final Plan plan;
    private final Instant now;
    private @Nullable Lines lines;
    private @Nullable RowReader reader;

    Rows(ReadList list, Plan plan, Instant now) {
        tables = list.tables().iterator();
        this.plan = plan;
        this.now = now;
    }

    /** Passes over what was done before. */
    void skip(long rows) {
        for (long row = 0; row < rows; row++) {
            line();
        }
    }

    /** As many as there are, at most so many; none at the end. */
    List<Row> next(int most) {
        var rows = new ArrayList<Row>(most);
        while (rows.size() < most) {
            var line = line();
            if (line == null || reader == null) {
                break;
            }
            rows.add(reader.read(line));
        }
        return rows;
    }

    private @Nullable Line line() {
        while (true) {
            var line = lines == null ? null : lines.next();
            if (line != null || !tables.hasNext()) {
                return line;
            }
            close();
            var table = tables.next();
            lines = table.rows();
            reader = new RowReader(table, plan, now);
        }
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }
}
