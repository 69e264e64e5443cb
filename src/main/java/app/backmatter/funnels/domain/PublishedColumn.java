package app.backmatter.funnels.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class PublishedColumn implements AttributeConverter<PublishedContent, String> {
    @Override
    public String convertToDatabaseColumn(PublishedContent content) {
        return ContentJson.write(content);
    }

    @Override
    public PublishedContent convertToEntityAttribute(String json) {
        return ContentJson.read(json, PublishedContent.class);
    }
}
