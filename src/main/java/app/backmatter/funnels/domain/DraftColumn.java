package app.backmatter.funnels.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class DraftColumn implements AttributeConverter<FunnelContent, String> {
    @Override
    public String convertToDatabaseColumn(FunnelContent content) {
        return ContentJson.write(content);
    }

    @Override
    public FunnelContent convertToEntityAttribute(String json) {
        return ContentJson.read(json, FunnelContent.class);
    }
}
