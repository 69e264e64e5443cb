package app.backmatter.audience.segment;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** Rules as the database keeps them: record components alone. */
final class RuleJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private RuleJson() {}

    static String write(Rule rule) {
        return MAPPER.writerFor(Rule.class).writeValueAsString(rule);
    }

    static Rule read(String json) {
        return MAPPER.readValue(json, Rule.class);
    }
}
