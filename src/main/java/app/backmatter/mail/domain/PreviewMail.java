package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.PublicAddress;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** A sequence's mail as a reader would get it, with a name and links that lead nowhere. */
@Service
public class PreviewMail {
    private final WriteLetter writer;
    private final PublicAddress address;
    private final MessageSource messages;

    PreviewMail(WriteLetter writer, PublicAddress address, MessageSource messages) {
        this.writer = writer;
        this.address = address;
        this.messages = messages;
    }

    public String html(SequenceMail mail) {
        var nowhere = address.of("/r/example");
        var values = Map.of(
                MergeFields.FIRST_NAME,
                messages.getMessage("mail.sequences.example-name", null, Locale.ENGLISH),
                "gift_link",
                nowhere,
                MergeFields.OFFER_LINK,
                nowhere,
                MergeFields.LIBRARY_LINK,
                nowhere);
        return writer.preview(WorkspaceScope.current(), SequenceLetter.merge(mail, values))
                .html();
    }
}
