package app.backmatter.mail.domain;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.SequencePurpose;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A sequence's mail in the words that it has when it leaves, with this reader's own name and links. */
@Component
class SequenceLetter implements LetterTemplate {
    private final SequenceMails mails;
    private final Audience audience;

    SequenceLetter(SequenceMails mails, Audience audience) {
        this.mails = mails;
        this.audience = audience;
    }

    @Override
    public String name() {
        return "sequence-mail";
    }

    @Override
    public Written write(Map<String, String> fields) {
        var mail = mails.find(UUID.fromString(fields.getOrDefault("mail", ""))).orElseThrow();
        var values = new HashMap<>(fields);
        var firstName = audience.find(ContactId.of(fields.getOrDefault("contact", "")))
                .map(ContactView::firstName)
                .orElse("");
        values.put(MergeFields.FIRST_NAME, firstName);
        return merge(mail, values);
    }

    static Written merge(SequenceMail mail, Map<String, String> values) {
        return new Written(
                MergeFields.OF_SEQUENCES.inLine(mail.subject(), values),
                MergeFields.OF_SEQUENCES.inMarkdown(mail.markdown(), values),
                mail.button(),
                values.getOrDefault(buttonField(mail.purpose()), ""));
    }

    private static String buttonField(SequencePurpose purpose) {
        return switch (purpose) {
            case BUYERS -> MergeFields.LIBRARY_LINK;
            case NON_BUYERS -> MergeFields.OFFER_LINK;
        };
    }
}
