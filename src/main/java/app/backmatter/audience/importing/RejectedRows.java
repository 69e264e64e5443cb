package app.backmatter.audience.importing;

import app.backmatter.database.WorkspaceScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what could not be taken, for the author to mend. */
@Component
public class RejectedRows {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RejectedRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Kept(long place, Row.Refused row) {}

    void add(ListImport list, List<Row> rows) {
        var kept = new ArrayList<Kept>();
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at) instanceof Row.Refused refused) {
                kept.add(new Kept(list.counts().read() + at, refused));
            }
        }
        batches.batchUpdate("""
            insert into rejected_rows (import_id, workspace_id, place, part, line, reason, cells)
            values (?, ?, ?, ?, ?, ?, ?)
            """, kept, AT_ONCE, (statement, each) -> {
            statement.setObject(1, list.id().value());
            statement.setObject(2, WorkspaceScope.current().value());
            statement.setLong(3, each.place());
            statement.setString(4, each.row().part());
            statement.setLong(5, each.row().line());
            statement.setString(6, each.row().reason());
            statement.setArray(
                    7,
                    statement
                            .getConnection()
                            .createArrayOf("text", each.row().cells().toArray()));
        });
    }

    /** In the order of the file, however many. */
    public Stream<Row.Refused> all(ImportId id) {
        return Stream.iterate(
                        read(id, -1),
                        found -> !found.isEmpty(),
                        found -> found.size() < AT_ONCE
                                ? List.of()
                                : read(id, found.getLast().place()))
                .flatMap(List::stream)
                .map(Kept::row);
    }

    private List<Kept> read(ImportId id, long after) {
        return jdbc.sql("""
            select * from rejected_rows where import_id = :id and workspace_id = :workspace and place > :after
            order by place limit :limit
            """)
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, _) -> new Kept(
                        row.getLong("place"),
                        new Row.Refused(
                                row.getString("part"), row.getLong("line"), row.getString("reason"), List.of((String[])
                                        row.getArray("cells").getArray()))))
                .list();
    }
}
