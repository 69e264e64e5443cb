package app.backmatter.audience.suppression;

import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.suppression.SuppressionStore.Listed;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The addresses of the workspace in scope that get no mail now, for its author. */
@Service
public class SuppressionList {
    private static final String FITTING = """
        from suppressions where workspace_id = :workspace and lifted_at is null
            and (:words = '' or strpos(email, :words) > 0) and (:reason::text is null or reason = :reason)\
        """;

    private final JdbcClient jdbc;

    SuppressionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words part of an address; empty for all
     * @param reason absent for all
     */
    public record Wanted(String words, @Nullable SuppressionReason reason) {}

    /** Latest first. */
    public List<Listed> search(Wanted wanted, @Nullable UUID before, int limit) {
        return fitting("select *", wanted, """
             and (:before::uuid is null or (at, id) < (select s.at, s.id from suppressions s
                where s.workspace_id = :workspace and s.id = :before))
            order by at desc, id desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> SuppressionStore.read(row))
                .list();
    }

    public long count(Wanted wanted) {
        return fitting("select count(*)", wanted, "").query(Long.class).single();
    }

    public Optional<Listed> find(UUID id) {
        return jdbc.sql("select * from suppressions where workspace_id = :workspace and id = :id and lifted_at is null")
                .param("workspace", WorkspaceScope.current().value())
                .param("id", id)
                .query((row, _) -> SuppressionStore.read(row))
                .optional();
    }

    private JdbcClient.StatementSpec fitting(String select, Wanted wanted, String end) {
        return jdbc.sql(select + " " + FITTING + end)
                .param("workspace", WorkspaceScope.current().value())
                .param("words", wanted.words().toLowerCase(Locale.ROOT))
                .param(
                        "reason",
                        wanted.reason() == null ? null : wanted.reason().name());
    }
}
