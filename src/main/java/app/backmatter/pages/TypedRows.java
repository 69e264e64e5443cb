package app.backmatter.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of a form whose columns come as fields of one name each, with empty rows at the end for more. */
public final class TypedRows {
    private TypedRows() {}

    /** What was typed in the column, row by row; nothing where the form has no such column. */
    public static List<String> column(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : List.of(values).stream().map(Typed::line).toList();
    }

    /** Empty where the column is shorter than others. */
    public static String at(List<String> column, int row) {
        return row < column.size() ? column.get(row) : "";
    }

    public static <R> List<R> spared(List<R> rows, R empty, int spare) {
        var all = new ArrayList<>(rows);
        all.addAll(Collections.nCopies(spare, empty));
        return all;
    }
}
