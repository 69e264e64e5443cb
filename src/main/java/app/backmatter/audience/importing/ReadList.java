package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a file, and what can be proposed from a look at them. */
record ReadList(List<Table> tables) {
    private static final int LOOK_AT = 200;

    /** @throws UnreadableList when there are no rows with addresses in them */
    static ReadList of(ListFile file) {
        var tables = file.parts().stream().map(Table::of).toList();
        var list = new ReadList(tables);
        if (list.columns().isEmpty()) {
            throw new UnreadableList(Reason.EMPTY);
        }
        return list;
    }

    /** Of all tables, the same names once. */
    List<String> columns() {
        var columns = new LinkedHashMap<String, String>();
        for (var table : tables) {
            table.columns().forEach(column -> columns.putIfAbsent(Table.small(column), column));
        }
        return List.copyOf(columns.values());
    }

    Maker maker() {
        return tables.getFirst().maker();
    }

    long lines() {
        return tables.stream().anyMatch(table -> table.part().lines() == 0)
                ? 0
                : tables.stream()
                        .mapToLong(table -> table.part().lines() - (table.hasHead() ? 1 : 0))
                        .sum();
    }

    /** What the file itself says of all in a table; absent when it does not. */
    static @Nullable Standing standing(Table table) {
        if (table.maker() != Maker.MAILCHIMP) {
            return table.maker().rest();
        }
        var named = Standing.ofMailchimp(table.part().name());
        if (named != null) {
            return named;
        }
        // whoever renamed the file could not rename these
        return table.has("clean_time") ? Standing.BOUNCED : table.has("unsub_time") ? Standing.LEFT : null;
    }

    /** Whether the author has to say who these people are. */
    boolean needsRest(Plan plan) {
        return !plan.hasStatus() && tables.stream().anyMatch(table -> standing(table) == null);
    }

    /** Whether anybody may end up subscribed. */
    boolean needsConsent(Plan plan) {
        return tables.stream()
                .map(ReadList::standing)
                .anyMatch(standing -> standing == Standing.SUBSCRIBED
                        || standing == null && (plan.hasStatus() || plan.rest() != Standing.LEFT));
    }

    /** @throws UnreadableList when no column holds addresses */
    Plan propose() {
        var columns = columns();
        var fields = new ArrayList<Field>();
        Set<Field> taken = EnumSet.noneOf(Field.class);
        for (var column : columns) {
            var field = maker().field(Table.small(column));
            fields.add(field.mayRepeat() || taken.add(field) ? field : Field.NOTHING);
        }
        if (taken.contains(Field.FIRST_NAME)) {
            fields.replaceAll(field -> field == Field.FULL_NAME ? Field.NOTHING : field);
        }
        if (!taken.contains(Field.EMAIL)) {
            fields.set(columns.indexOf(columnOfAddresses()), Field.EMAIL);
        }
        return Plan.of(columns, fields, restByName(), List.of(), "");
    }

    /** Only a proposal: who left is named so by most people. */
    private @Nullable Standing restByName() {
        var name = tables.getFirst().part().name().toLowerCase(Locale.ROOT);
        return name.matches(".*(unsub|cleaned|bounce|complain|suppress|opt-?out).*") ? Standing.LEFT : null;
    }

    private String columnOfAddresses() {
        Map<String, Integer> found = new LinkedHashMap<>();
        int rows = 0;
        for (var table : tables) {
            try (var lines = table.rows()) {
                for (var line = lines.next(); line != null && rows < LOOK_AT; line = lines.next(), rows++) {
                    count(table, line, found);
                }
            }
        }
        if (rows == 0) {
            throw new UnreadableList(Reason.NO_ROWS);
        }
        return found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new UnreadableList(Reason.NO_ADDRESSES));
    }

    private void count(Table table, Line line, Map<String, Integer> found) {
        var names = columns();
        for (int at = 0; at < table.columns().size(); at++) {
            if (Cells.email(line.cell(at)).isPresent()) {
                var column = Table.small(table.columns().get(at));
                names.stream()
                        .filter(name -> Table.small(name).equals(column))
                        .forEach(name -> found.merge(name, 1, Integer::sum));
            }
        }
    }

    /** Whether there is anybody in it. */
    void requireRows() {
        for (var table : tables) {
            try (var lines = table.rows()) {
                if (lines.next() != null) {
                    return;
                }
            }
        }
        throw new UnreadableList(Reason.NO_ROWS);
    }
}
