package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.PublicAddress;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Invites a person to help in a workspace. */
@Component
class InvitationLetter implements LetterTemplate {
    private final MessageSource messages;
    private final PublicAddress address;

    InvitationLetter(MessageSource messages, PublicAddress address) {
        this.messages = messages;
        this.address = address;
    }

    @Override
    public String name() {
        return "invitation";
    }

    @Override
    public Written write(Map<String, String> fields) {
        var workspace = fields.getOrDefault("workspace", "");
        return new Written(
                text("mail.invitation.subject", workspace),
                text("mail.invitation.body", Markdown.literal(workspace)),
                text("mail.invitation.button"),
                address.of(fields.getOrDefault("path", "/")));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
