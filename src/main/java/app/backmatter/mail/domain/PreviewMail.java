package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.mail.MergeFields;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A sequence's mail as a reader would get it, with a name and links that lead nowhere. */
@Service
public class PreviewMail {
    private final WriteLetter writer;
    private final PublicAddress address;
    private final Words words;

    PreviewMail(WriteLetter writer, PublicAddress address, Words words) {
        this.writer = writer;
        this.address = address;
        this.words = words;
    }

    public String html(SequenceMail mail) {
        var nowhere = address.of("/r/example");
        var values = Map.of(
                MergeFields.FIRST_NAME,
                words.say("mail.sequences.example-name"),
                "gift_link",
                nowhere,
                MergeFields.OFFER_LINK,
                nowhere,
                MergeFields.LIBRARY_LINK,
                nowhere);
        return html(SequenceLetter.merge(mail, values));
    }

    /** Of any marketing mail. */
    public String html(LetterTemplate.Written words) {
        return writer.preview(WorkspaceScope.current(), words).html();
    }
}
