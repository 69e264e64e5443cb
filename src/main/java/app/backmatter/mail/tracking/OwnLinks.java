package app.backmatter.mail.tracking;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a link leads that is each reader's own. */
@Component
class OwnLinks {
    private final JdbcClient jdbc;

    OwnLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code the message's and, behind a dot, the mark of where it leads; nowhere for anything else */
    Optional<String> find(TrackedLink link, String code) {
        int dot = code.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : MessageCode.read(code.substring(0, dot))
                        .flatMap(message -> jdbc.sql("""
                            select fields ->> :field from messages where id = :message and workspace_id = :workspace\
                            """)
                                .param("field", link.field())
                                .param("message", message)
                                .param("workspace", link.workspace().value())
                                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                                .optional()
                                .flatMap(found -> found))
                        .filter(url -> OwnMark.of(url).equals(code.substring(dot + 1)));
    }
}
