package app.backmatter.mail.domain;

import app.backmatter.mail.content.ContentJson;
import app.backmatter.mail.content.MailContent;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class ContentColumn implements AttributeConverter<MailContent, String> {
    @Override
    public String convertToDatabaseColumn(MailContent content) {
        return ContentJson.write(content);
    }

    @Override
    public MailContent convertToEntityAttribute(String json) {
        return ContentJson.read(json);
    }
}
