package app.backmatter.mail.domain;

import app.backmatter.audience.Addressed;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.MailContent;
import app.backmatter.pages.Words;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A broadcast for its author's own eyes. One that is gone meanwhile is not sent. */
@Component
class BroadcastTestLetter implements ComposedTemplate {
    static final String NAME = "broadcast-test";
    /** Asks for the second subject. */
    static final String OTHER = "other";

    private static final BroadcastDraft GONE = new BroadcastDraft("", "", MailContent.EMPTY, Addressed.EVERYBODY);

    private final Broadcasts broadcasts;
    private final ShowBroadcast show;
    private final Words words;

    BroadcastTestLetter(Broadcasts broadcasts, ShowBroadcast show, Words words) {
        this.broadcasts = broadcasts;
        this.show = show;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public LaidOut.Filled compose(Claim claim, MailLinks.Links under) {
        var fields = claim.fields();
        var draft = broadcast(fields).map(Broadcast::draft).orElse(GONE);
        boolean other = fields.containsKey(OTHER) && draft.test().isOn();
        var mail = show.fill(other ? draft.other() : draft, firstName(fields.getOrDefault("name", "")));
        return new LaidOut.Filled(words.say("mail.test.subject", mail.subject()), mail.html(), mail.text());
    }

    @Override
    public boolean isWanted(Map<String, String> fields) {
        return broadcast(fields).isPresent();
    }

    private Optional<Broadcast> broadcast(Map<String, String> fields) {
        return broadcasts.findById(BroadcastId.of(fields.getOrDefault("broadcast", "")));
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
