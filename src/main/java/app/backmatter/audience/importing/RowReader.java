package app.backmatter.audience.importing;

import app.backmatter.audience.importing.Row.Entry;
import app.backmatter.audience.importing.Row.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one table as its list's plan says. */
final class RowReader {
    private static final int LONGEST_ROW = 2_000;

    private final Table table;
    private final List<Field> fields;
    private final Plan plan;
    private final List<Integer> order;
    private final @Nullable Standing standing;
    private final Instant now;

    RowReader(Table table, Plan plan, Instant now) {
        this.table = table;
        this.plan = plan;
        this.now = now;
        Map<String, Field> small = plan.fields().entrySet().stream()
                .collect(Collectors.toMap(entry -> Table.small(entry.getKey()), Map.Entry::getValue));
        fields = table.columns().stream()
                .map(column -> small.getOrDefault(Table.small(column), Field.NOTHING))
                .toList();
        var names = table.columns().stream().map(Table::small).toList();
        order = plan.fields().keySet().stream()
                .map(column -> names.indexOf(Table.small(column)))
                .toList();
        standing = ReadList.standing(table);
    }

    Row read(Line line) {
        var typed = cell(line, Field.EMAIL);
        var email = Cells.email(typed);
        if (email.isEmpty()) {
            return refused(line, typed.isBlank() ? "no-address" : "address");
        }
        var says = standing(line);
        if (says == Standing.NEVER_ASKED || email.get().value().endsWith("@deletion-request.substack.com")) {
            return refused(line, "never-asked");
        }
        return new Entry(
                email.get(),
                firstName(line),
                Cells.country(cell(line, Field.COUNTRY)),
                tags(line),
                says,
                at(line, says));
    }

    private Standing standing(Line line) {
        var said = standing != null && standing != Standing.SUBSCRIBED ? standing : Standing.SUBSCRIBED;
        if (!plan.hasStatus()) {
            said = said.and(standing == null ? Objects.requireNonNullElse(plan.rest(), Standing.HELD) : standing);
        }
        for (int at = 0; at < fields.size(); at++) {
            said = said.and(said(fields.get(at), line.cell(at)));
        }
        return said;
    }

    private @Nullable Standing said(Field field, String cell) {
        return switch (field) {
            case STATUS -> Standing.of(cell, table.maker());
            case OPTED_IN ->
                Cells.saysYes(cell)
                        ? null
                        : Cells.saysNo(cell) && !cell.isBlank() ? Standing.NEVER_ASKED : Standing.HELD;
            case LEFT -> Cells.saysNo(cell) ? null : Standing.LEFT;
            case JOINED -> !cell.isBlank() && Cells.saysNo(cell) ? Standing.NEVER_ASKED : null;
            case CONFIRMED -> !cell.isBlank() && Cells.saysNo(cell) ? Standing.HELD : null;
            default -> null;
        };
    }

    /** That somebody confirmed proves more than that somebody signed up. */
    private @Nullable Instant at(Line line, Standing says) {
        if (says.isAway()) {
            return time(line, Field.LEFT);
        }
        var confirmed = time(line, Field.CONFIRMED);
        return confirmed == null ? time(line, Field.JOINED) : confirmed;
    }

    private @Nullable Instant time(Line line, Field field) {
        for (int at = 0; at < fields.size(); at++) {
            if (fields.get(at) == field) {
                var time = Times.parse(line.cell(at), now);
                if (time.isPresent()) {
                    return time.get();
                }
            }
        }
        return null;
    }

    private String firstName(Line line) {
        var first = cell(line, Field.FIRST_NAME);
        return first.isBlank() ? Cells.firstOfFull(cell(line, Field.FULL_NAME)) : Cells.firstName(first);
    }

    private Set<String> tags(Line line) {
        var tags = new LinkedHashSet<>(plan.tags());
        for (int at = 0; at < fields.size(); at++) {
            if (fields.get(at) == Field.TAGS) {
                tags.addAll(Cells.tags(line.cell(at)));
            }
        }
        return tags;
    }

    private String cell(Line line, Field field) {
        int column = fields.indexOf(field);
        return column < 0 ? "" : line.cell(column);
    }

    private Refused refused(Line line, String reason) {
        int left = LONGEST_ROW;
        var cells = new ArrayList<String>();
        for (int column : order) {
            var cell = column < 0 ? "" : Cells.cut(line.cell(column), left).replace("\0", "");
            cells.add(cell);
            left = Math.max(1, left - cell.length());
        }
        return new Refused(table.part().name(), line.number(), reason, cells);
    }
}
