package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import app.backmatter.pages.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part with its columns. A first line with an address in it is no head: then the columns are numbered.
 *
 * @param columns each has a name of its own
 */
record Table(Part part, List<String> columns, boolean hasHead, Maker maker) {
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST = 100;

    static Table of(Part part) {
        try (var lines = part.open()) {
            var first = lines.next();
            if (first == null) {
                throw new UnreadableList(Reason.EMPTY);
            }
            if (first.cells().size() > MOST_COLUMNS) {
                throw new UnreadableList(Reason.TOO_MANY_COLUMNS);
            }
            boolean hasHead =
                    first.cells().stream().noneMatch(cell -> Cells.email(cell).isPresent());
            var columns = columns(first.cells(), hasHead);
            return new Table(part, columns, hasHead, Maker.of(small(columns)));
        }
    }

    /** Behind the head. */
    @SuppressWarnings("MustBeClosedChecker") // closed by the caller
    Lines rows() {
        var lines = part.open();
        if (hasHead) {
            lines.next();
        }
        return lines;
    }

    boolean has(String column) {
        return columns.stream().anyMatch(each -> small(each).equals(column));
    }

    static String small(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    private static Set<String> small(List<String> columns) {
        return columns.stream().map(Table::small).collect(Collectors.toSet());
    }

    private static List<String> columns(List<String> cells, boolean areNames) {
        var columns = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int at = 0; at < cells.size(); at++) {
            var name = areNames ? Cells.cut(Typed.line(cells.get(at)), LONGEST) : "";
            var wanted = name.isEmpty() ? "Column " + (at + 1) : name;
            var free = wanted;
            for (int more = 2; !taken.add(small(free)); more++) {
                free = wanted + " (" + more + ")";
            }
            columns.add(free);
        }
        return columns;
    }
}
