package app.backmatter.audience.importing;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The imports of the workspace in scope as they are stored. */
@Component
class ImportRecords {
    private static final String THIS = " where id = :id and workspace_id = :workspace";

    private final JdbcClient jdbc;

    ImportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ListImport made) {
        of("""
            insert into imports (id, workspace_id, file_id, file_name, maker, state, columns, fields, rest, lines, made_at)
            values (:id, :workspace, :file, :name, :maker, 'DRAFT', :columns, :fields, :rest, :lines, :at)
            """, made.id())
                .param("file", made.file() == null ? null : made.file().value())
                .param("name", made.fileName())
                .param("maker", made.maker().name())
                .param("columns", texts(made.plan().fields().keySet().stream()))
                .param("fields", texts(made.plan().fields().values().stream().map(Field::name)))
                .param("rest", name(made.plan().rest()))
                .param("lines", made.lines())
                .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ListImport> find(ImportId id) {
        return of("select * from imports" + THIS, id).query(ImportRecords::read).optional();
    }

    /** As it is while nobody else changes it. */
    Optional<ListImport> lock(ImportId id) {
        return of("select * from imports" + THIS + " for no key update", id)
                .query(ImportRecords::read)
                .optional();
    }

    /** Newest first, drafts too. */
    List<ListImport> list(@Nullable UUID before, int limit) {
        return jdbc.sql("""
            select * from imports where workspace_id = :workspace and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("before", before)
                .param("limit", limit)
                .query(ImportRecords::read)
                .list();
    }

    void plan(ImportId id, Plan plan) {
        of("""
            update imports set fields = :fields, rest = :rest, tags = :tags, consent_text = :consent
            """ + THIS + " and state = 'DRAFT'", id)
                .param("fields", texts(plan.fields().values().stream().map(Field::name)))
                .param("rest", name(plan.rest()))
                .param("tags", texts(plan.tags().stream()))
                .param("consent", plan.consent())
                .update();
    }

    boolean start(ImportId id, Instant at) {
        return of("update imports set state = 'RUNNING', started_at = :at" + THIS + " and state = 'DRAFT'", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * This transaction waits for no disk. Should the database lose it, rows and counts are lost together, and the import
     * takes them again; its end waits, and all before it is on the disk then.
     */
    void commitSoon() {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)").query().singleRow();
    }

    /**
     * Has the database look at how many contacts each workspace has: until it knows that this one has thousands, looking
     * for one of them may read them all.
     */
    void tellThatTheListGrew() {
        jdbc.sql("analyze contacts").update();
    }

    /** Adds to what was counted before. */
    void count(ImportId id, Counts counts) {
        of("""
            update imports set rows_read = rows_read + :read, added = added + :added, held = held + :held,
                updated = updated + :updated, unchanged = unchanged + :unchanged, left_alone = left_alone + :leftAlone,
                suppressed = suppressed + :suppressed, rejected = rejected + :rejected
            """ + THIS, id)
                .param("read", counts.read())
                .param("added", counts.added())
                .param("held", counts.held())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("leftAlone", counts.leftAlone())
                .param("suppressed", counts.suppressed())
                .param("rejected", counts.rejected())
                .update();
    }

    /** @return the file to let go; empty when it was not running any more */
    Optional<FileId> end(ImportId id, ImportState state, Instant at, @Nullable UnreadableList problem) {
        return of("""
            update imports set state = :state, ended_at = :at, file_id = null, problem = :problem, problem_line = :line
            """ + THIS + " and state = 'RUNNING' returning old.file_id", id)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("problem", problem == null ? null : problem.reason().name())
                .param("line", problem == null ? 0 : problem.line())
                .query((row, _) -> row.getObject("file_id", UUID.class))
                .optional()
                .map(FileId::new);
    }

    /** @return the file to let go; empty when it was no draft */
    Optional<FileId> discard(ImportId id) {
        return of("delete from imports" + THIS + " and state = 'DRAFT' returning file_id", id)
                .query((row, _) -> row.getObject("file_id", UUID.class))
                .optional()
                .map(FileId::new);
    }

    private JdbcClient.StatementSpec of(String sql, ImportId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value());
    }

    private static SqlArrayValue texts(Stream<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static @Nullable String name(@Nullable Standing standing) {
        return standing == null ? null : standing.name();
    }

    private static ListImport read(ResultSet row, int n) throws SQLException {
        var file = row.getObject("file_id", UUID.class);
        return new ListImport(
                new ImportId(row.getObject("id", UUID.class)),
                file == null ? null : new FileId(file),
                row.getString("file_name"),
                Maker.valueOf(row.getString("maker")),
                ImportState.valueOf(row.getString("state")),
                planOf(row),
                row.getLong("lines"),
                countsOf(row),
                row.getString("problem"),
                row.getLong("problem_line"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "ended_at"));
    }

    private static Plan planOf(ResultSet row) throws SQLException {
        var rest = row.getString("rest");
        return Plan.of(
                texts(row, "columns"),
                texts(row, "fields").stream().map(Field::valueOf).toList(),
                rest == null ? null : Standing.valueOf(rest),
                texts(row, "tags"),
                row.getString("consent_text"));
    }

    private static Counts countsOf(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("rows_read"),
                row.getLong("added"),
                row.getLong("held"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("left_alone"),
                row.getLong("suppressed"),
                row.getLong("rejected"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
