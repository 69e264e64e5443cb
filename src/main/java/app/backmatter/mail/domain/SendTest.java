package app.backmatter.mail.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.People;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Mails a broadcast, or a mail of a sequence, to the member who writes it, as it stands when it leaves. */
@Service
public class SendTest {
    private static final RequestLimit PER_MEMBER = new RequestLimit("broadcast-test", 20, Duration.ofHours(1));

    private final People people;
    private final RequestLimits limits;
    private final Outbox outbox;
    private final Clock clock;

    SendTest(People people, RequestLimits limits, Outbox outbox, Clock clock) {
        this.people = people;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where it goes; nowhere when there were too many of late. */
    public Optional<EmailAddress> send(BroadcastId broadcast, AccountId member) {
        return send(BroadcastTestLetter.NAME, Map.of("broadcast", broadcast.toString()), member);
    }

    /** A mail of a sequence. */
    public Optional<EmailAddress> send(SequenceId sequence, UUID mail, AccountId member) {
        var fields = Map.of("sequence", sequence.toString(), "mail", mail.toString());
        return send(SequenceTestLetter.NAME, fields, member);
    }

    private Optional<EmailAddress> send(String template, Map<String, String> what, AccountId member) {
        if (!limits.take(PER_MEMBER, member.toString())) {
            return Optional.empty();
        }
        var to = people.email(member);
        var fields = new HashMap<>(what);
        fields.put("name", people.name(member));
        outbox.queue(List.of(new Letter(
                WorkspaceScope.current(),
                null,
                to,
                template,
                fields,
                template + ":" + Ids.next(),
                false,
                clock.instant())));
        return Optional.of(to);
    }
}
