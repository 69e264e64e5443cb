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

    /**
     * Where it goes; nowhere when there were too many of late.
     *
     * @param both its second subject too, as another mail
     */
    public Optional<EmailAddress> send(BroadcastId broadcast, boolean both, AccountId member) {
        var first = AuthorsTestLetters.broadcast(broadcast);
        var other = AuthorsTestLetters.otherSubject(broadcast);
        return send(AuthorsTestLetters.BROADCAST, both ? List.of(first, other) : List.of(first), member);
    }

    /** A mail of a sequence. */
    public Optional<EmailAddress> send(SequenceId sequence, UUID mail, AccountId member) {
        return send(AuthorsTestLetters.SEQUENCE, List.of(AuthorsTestLetters.mail(sequence, mail)), member);
    }

    private Optional<EmailAddress> send(String template, List<Map<String, String>> mails, AccountId member) {
        if (!limits.take(PER_MEMBER, member.toString())) {
            return Optional.empty();
        }
        var to = people.email(member);
        outbox.queue(mails.stream()
                .map(fields -> letter(template, fields, to, people.name(member)))
                .toList());
        return Optional.of(to);
    }

    private Letter letter(String template, Map<String, String> what, EmailAddress to, String name) {
        var fields = new HashMap<>(what);
        fields.put(AuthorsTestLetter.READER, name);
        return new Letter(
                WorkspaceScope.current(),
                null,
                to,
                template,
                fields,
                template + ":" + Ids.next(),
                false,
                clock.instant());
    }
}
