package app.backmatter.mail.sequence;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.LayOutMail;
import app.backmatter.mail.content.Slots;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.HashMap;
import org.springframework.stereotype.Service;

/** A sequence's mail as a reader would get it, with links of the reader's own that lead nowhere. */
@Service
public class ShowStep {
    /** Stands for a reader whose first name is not known. */
    public static final String NAMELESS = "nameless";

    private final LayOutMail layout;
    private final PublicAddress address;
    private final Words words;

    ShowStep(LayOutMail layout, PublicAddress address, Words words) {
        this.layout = layout;
        this.address = address;
        this.words = words;
    }

    /** @param reader {@link #NAMELESS}, or anything else for an example with a name */
    public LaidOut.Filled as(String reader, Step.Mail mail) {
        return fill(mail, reader.equals(NAMELESS) ? "" : words.say("mail.sequences.example-name"));
    }

    public LaidOut.Filled fill(Step.Mail mail, String firstName) {
        var laidOut = layout.layOut(mail.subject(), mail.preheader(), mail.content(), MergeFields.OF_SEQUENCES);
        var values = new HashMap<String, String>();
        values.put(MergeFields.FIRST_NAME, firstName);
        values.put(Slots.UNSUBSCRIBE, address.of("/unsubscribe/example"));
        values.put(Slots.PREFERENCES, address.of("/preferences/example"));
        Own.LINKS.forEach(field -> values.put(field, address.of("/r/example")));
        for (int link = 0; link < laidOut.links().size(); link++) {
            values.put(Slots.link(link), laidOut.links().get(link));
        }
        return laidOut.compile().fill(values);
    }
}
