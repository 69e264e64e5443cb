package app.backmatter.audience.importing;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number of the line it begins on, from 1
 */
record Line(long number, List<String> cells) {
    /** Empty where the row is shorter. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
