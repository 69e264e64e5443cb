package app.backmatter.mail.health;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.mail.domain.QueueLetters;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells an author that sending is stopped, and why. */
@Component
class StopLetter implements LetterTemplate {
    private static final String NAME = "sending-stopped";

    private final ObjectProvider<QueueLetters> outbox;
    private final Workspaces workspaces;
    private final PublicAddress address;
    private final Words words;

    StopLetter(ObjectProvider<QueueLetters> outbox, Workspaces workspaces, PublicAddress address, Words words) {
        this.outbox = outbox;
        this.workspaces = workspaces;
        this.address = address;
        this.words = words;
    }

    void queue(UUID stop, Limit limit, Instant at) {
        var workspace = WorkspaceScope.current();
        EmailAddress.parse(workspaces.get(workspace).senderAddress())
                .map(author -> new Letter(
                        workspace, null, author, NAME, Map.of("limit", limit.name()), NAME + ":" + stop, false, at))
                .ifPresent(letter -> outbox.getObject().queue(List.of(letter)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAuthor() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var limit = Limit.valueOf(fields.getOrDefault("limit", Limit.BOUNCES.name()));
        var workspace = workspaces.get(WorkspaceScope.current());
        return new Written(
                words.say("mail.health.letter.subject"),
                words.say("mail.health.letter." + limit),
                words.say("mail.health.letter.button"),
                address.of("/w/%s/mail/health".formatted(workspace.slug())));
    }
}
