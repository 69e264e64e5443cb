package app.backmatter.audience.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * What the first rows would become.
 *
 * @param looked how many rows that is
 * @param taken the first of those who would be taken
 * @param refused the first of those who would not
 */
public record Preview(int looked, int fine, List<Row.Entry> taken, List<Row.Refused> refused) {
    private static final int LOOK_AT = 1_000;
    private static final int SHOWN = 10;

    static Preview of(Rows rows) {
        var read = rows.next(LOOK_AT);
        var taken = new ArrayList<Row.Entry>();
        var refused = new ArrayList<Row.Refused>();
        for (var row : read) {
            switch (row) {
                case Row.Entry entry -> taken.add(entry);
                case Row.Refused no -> refused.add(no);
            }
        }
        return new Preview(
                read.size(),
                taken.size(),
                taken.stream().limit(SHOWN).toList(),
                refused.stream().limit(SHOWN).toList());
    }
}
