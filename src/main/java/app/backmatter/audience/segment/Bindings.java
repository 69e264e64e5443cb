package app.backmatter.audience.segment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/** Values for a statement's named parameters: nothing that anybody typed is ever part of its text. */
public final class Bindings {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The parameter that stands for the value. */
    String text(String value) {
        return add(value);
    }

    String number(long value) {
        return add(value);
    }

    String id(UUID value) {
        return add(value);
    }

    String moment(Instant value) {
        return add(value.atOffset(ZoneOffset.UTC));
    }

    String ids(Collection<UUID> all) {
        return add(new SqlArrayValue("uuid", all.toArray()));
    }

    String texts(Collection<String> all) {
        return add(new SqlArrayValue("text", all.toArray()));
    }

    StatementSpec on(StatementSpec statement) {
        return statement.params(values);
    }

    private String add(Object value) {
        var name = "rule" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
