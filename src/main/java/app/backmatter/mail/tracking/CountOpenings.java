package app.backmatter.mail.tracking;

import static java.util.Objects.requireNonNull;

import app.backmatter.audience.Audience;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts mails of the workspace in scope that were opened for the first time. */
@Component
class CountOpenings {
    private final Audience audience;
    private final Tally tally;

    CountOpenings(Audience audience, Tally tally) {
        this.audience = audience;
        this.tally = tally;
    }

    /** @param mails whom each went to, and when it left */
    void count(List<Seen> mails) {
        if (mails.isEmpty()) {
            return;
        }
        var addresses =
                audience.addresses(mails.stream().map(Seen::contact).distinct().toList());
        tally.add(mails.stream()
                .filter(mail -> addresses.containsKey(mail.contact()))
                .map(mail -> new Count(Figure.OPENED, requireNonNull(addresses.get(mail.contact())), mail.at()))
                .toList());
    }
}
