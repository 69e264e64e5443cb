package app.backmatter.mail.domain;

import app.backmatter.mail.content.LaidOut;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

@Converter
class LaidOutColumn implements AttributeConverter<@Nullable LaidOut, @Nullable String> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LaidOut mail) {
        return mail == null ? null : JSON.writeValueAsString(mail);
    }

    @Override
    public @Nullable LaidOut convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, LaidOut.class);
    }
}
