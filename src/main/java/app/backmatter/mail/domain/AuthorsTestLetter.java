package app.backmatter.mail.domain;

import app.backmatter.mail.content.LaidOut;
import app.backmatter.pages.Words;
import java.util.Map;
import java.util.Optional;

/** A mail for its author's own eyes, as it stands when it leaves. One that is gone meanwhile is not sent. */
final class AuthorsTestLetter implements LaidOutTemplate {
    /** The field that holds the author's whole name. */
    static final String READER = "name";

    private static final LaidOut.Filled GONE = new LaidOut.Filled("", "", "");

    private final String name;
    private final Mails mails;
    private final Words words;

    AuthorsTestLetter(String name, Mails mails, Words words) {
        this.name = name;
        this.mails = mails;
        this.words = words;
    }

    /** Mails of one kind. */
    interface Mails {
        /** @param fields which of them; empty when it is there no more */
        Optional<LaidOut.Filled> find(Map<String, String> fields, String firstName);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public LaidOut.Filled compose(Claim claim, MailLinks.Links under) {
        var mail = find(claim.fields()).orElse(GONE);
        return new LaidOut.Filled(words.say("mail.test.subject", mail.subject()), mail.html(), mail.text());
    }

    @Override
    public boolean isWanted(Map<String, String> fields) {
        return find(fields).isPresent();
    }

    private Optional<LaidOut.Filled> find(Map<String, String> fields) {
        return mails.find(fields, fields.getOrDefault(READER, "").strip().split("\\s+", 2)[0]);
    }
}
