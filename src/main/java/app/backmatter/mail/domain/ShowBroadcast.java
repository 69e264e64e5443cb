package app.backmatter.mail.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.audience.Recipients;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.LayOutMail;
import app.backmatter.mail.content.Slots;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A draft as one of its readers would get it, with links that leave nobody's list. */
@Service
public class ShowBroadcast {
    /** Stands for a reader whose first name is not known. */
    public static final String NAMELESS = "nameless";

    private static final int EXAMPLES = 5;

    private final Broadcasts broadcasts;
    private final LayOutMail layout;
    private final Recipients recipients;
    private final PublicAddress address;
    private final Words words;

    ShowBroadcast(Broadcasts broadcasts, LayOutMail layout, Recipients recipients, PublicAddress address, Words words) {
        this.broadcasts = broadcasts;
        this.layout = layout;
        this.recipients = recipients;
        this.address = address;
        this.words = words;
    }

    /** Some of those whom it would go to. */
    public List<Recipient> readers(BroadcastDraft draft) {
        return recipients.next(draft.addressed(), null, EXAMPLES);
    }

    /**
     * Once it has started, as it was laid out then, whatever became of its books and products since.
     *
     * @param reader a contact's id, {@link #NAMELESS}, or anything else for an example with a name
     */
    public LaidOut.Filled as(String reader, BroadcastDetails broadcast) {
        var draft = broadcast.draft();
        var mail = broadcasts.findById(broadcast.id()).map(Broadcast::laidOut).orElseGet(() -> layOut(draft));
        return fill(mail, reader.equals(NAMELESS) ? "" : name(reader, draft));
    }

    public LaidOut.Filled as(String reader, BroadcastDraft draft) {
        return fill(draft, reader.equals(NAMELESS) ? "" : name(reader, draft));
    }

    LaidOut.Filled fill(BroadcastDraft draft, String firstName) {
        return fill(layOut(draft), firstName);
    }

    private LaidOut layOut(BroadcastDraft draft) {
        return layout.layOut(draft.subject(), draft.preheader(), draft.content());
    }

    private LaidOut.Filled fill(LaidOut mail, String firstName) {
        var values = new HashMap<>(Map.of(
                MergeFields.FIRST_NAME,
                firstName,
                Slots.UNSUBSCRIBE,
                address.of(MailLinks.Links.EXAMPLE.unsubscribe()),
                Slots.PREFERENCES,
                address.of(MailLinks.Links.EXAMPLE.preferences())));
        for (int link = 0; link < mail.links().size(); link++) {
            values.put(Slots.link(link), mail.links().get(link));
        }
        return mail.compile().fill(values);
    }

    private String name(String reader, BroadcastDraft draft) {
        return readers(draft).stream()
                .filter(known -> matches(known.contact(), reader))
                .map(Recipient::firstName)
                .findFirst()
                .orElseGet(() -> words.say("mail.sequences.example-name"));
    }

    private static boolean matches(ContactId contact, String reader) {
        return contact.toString().equals(reader);
    }
}
