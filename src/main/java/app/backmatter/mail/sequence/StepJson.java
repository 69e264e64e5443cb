package app.backmatter.mail.sequence;

import app.backmatter.mail.content.ContentJson;

/** A step as the database keeps it. */
final class StepJson {
    private StepJson() {}

    static String write(Step step) {
        return ContentJson.MAPPER.writerFor(Step.class).writeValueAsString(step);
    }

    static Step read(String json) {
        return ContentJson.MAPPER.readValue(json, Step.class);
    }
}
