package app.backmatter.audience.segment;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Rules for a hand-written statement about a row {@code c} of contacts.
 *
 * @param sql to stand behind an {@code and}
 */
public record Filter(String sql, Bindings bindings) {
    /** Gives the statement what {@link #sql} asks for. */
    public StatementSpec on(StatementSpec statement) {
        return bindings.on(statement);
    }
}
