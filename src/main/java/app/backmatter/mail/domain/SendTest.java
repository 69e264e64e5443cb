package app.backmatter.mail.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.People;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.Letter;
import app.backmatter.mail.Outbox;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Mails a broadcast to the member who writes it, as it stands when it leaves. */
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
        if (!limits.take(PER_MEMBER, member.toString())) {
            return Optional.empty();
        }
        var to = people.email(member);
        outbox.queue(List.of(new Letter(
                WorkspaceScope.current(),
                null,
                to,
                BroadcastTestLetter.NAME,
                Map.of("broadcast", broadcast.toString(), "name", people.name(member)),
                BroadcastTestLetter.NAME + ":" + Ids.next(),
                false,
                clock.instant())));
        return Optional.of(to);
    }
}
