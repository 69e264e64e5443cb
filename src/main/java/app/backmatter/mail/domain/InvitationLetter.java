package app.backmatter.mail.domain;

import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invites a person to help in a workspace. */
@Component
class InvitationLetter implements LetterTemplate {
    private final Words words;
    private final PublicAddress address;

    InvitationLetter(Words words, PublicAddress address) {
        this.words = words;
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
                words.say("mail.invitation.subject", workspace),
                words.say("mail.invitation.body", Markdown.literal(workspace)),
                words.say("mail.invitation.button"),
                address.of(fields.getOrDefault("path", "/")));
    }
}
