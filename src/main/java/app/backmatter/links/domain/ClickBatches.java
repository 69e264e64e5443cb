package app.backmatter.links.domain;

import app.backmatter.database.BatchWriter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes many clicks in one statement: one array for each column. */
@Configuration(proxyBeanMethods = false)
class ClickBatches {
    /** Less than a second's worth of the largest crowd, which a killed process loses. */
    private static final int MOST_WAITING = 5_000;

    private static final String INSERT = """
        insert into clicks (id, workspace_id, link_id, visitor, bot, clicked_at)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::timestamptz[])
        on conflict do nothing
        """;

    @Bean
    BatchWriter<Click> clickWriter(JdbcOperations jdbc) {
        return new BatchWriter<>(
                "clicks",
                MOST_WAITING,
                Duration.ofMillis(250),
                clicks -> jdbc.update(INSERT, statement -> bind(statement, clicks)));
    }

    private static void bind(PreparedStatement statement, List<Click> clicks) throws SQLException {
        array(statement, 1, "uuid", clicks, Click::id);
        array(statement, 2, "uuid", clicks, click -> click.workspace().value());
        array(statement, 3, "uuid", clicks, click -> click.link().value());
        array(statement, 4, "uuid", clicks, click -> click.visitor().key());
        array(statement, 5, "boolean", clicks, click -> click.visitor().bot());
        array(statement, 6, "timestamptz", clicks, Click::at);
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<Click> clicks, Function<Click, Object> column)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, clicks.stream().map(column).toArray()));
    }
}
