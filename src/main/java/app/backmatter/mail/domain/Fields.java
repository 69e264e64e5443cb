package app.backmatter.mail.domain;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a letter as they are stored. */
@Component
class Fields {
    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};
    private final JsonMapper json;

    Fields(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> fields) {
        return json.writeValueAsString(fields);
    }

    Map<String, String> read(String stored) {
        return json.readValue(stored, TYPE);
    }
}
