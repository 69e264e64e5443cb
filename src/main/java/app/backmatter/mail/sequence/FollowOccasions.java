package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Occasions;
import app.backmatter.audience.Occasions.Happened;
import app.backmatter.audience.Recipients;
import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in, and ends what they are in, by what they did. Takes what they did in the same transaction. */
@Component
public class FollowOccasions {
    private static final int ROUND = 1_000;

    private final Occasions occasions;
    private final SequenceRules rules;
    private final Recipients recipients;
    private final Enrolments enrolments;
    private final LetIn letIn;
    private final Clock clock;

    FollowOccasions(
            Occasions occasions,
            SequenceRules rules,
            Recipients recipients,
            Enrolments enrolments,
            LetIn letIn,
            Clock clock) {
        this.occasions = occasions;
        this.rules = rules;
        this.recipients = recipients;
        this.enrolments = enrolments;
        this.letIn = letIn;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean follow() {
        var happened = occasions.take(ROUND);
        happened.stream()
                .collect(Collectors.groupingBy(Happened::workspace))
                .forEach((workspace, here) -> WorkspaceScope.run(workspace, () -> followHere(here)));
        return happened.size() == ROUND;
    }

    private void followHere(List<Happened> happened) {
        for (var rule : rules.all()) {
            var people = happened.stream()
                    .filter(one -> one.event().equals(rule.occasion().name())
                            && one.subject().equals(rule.subject()))
                    .map(Happened::contact)
                    .distinct()
                    .toList();
            if (!people.isEmpty()) {
                follow(rule, people);
            }
        }
    }

    private void follow(SequenceRules.Rule rule, List<ContactId> people) {
        if (rule.way() == SequenceRules.Way.ENTRY) {
            letIn.to(rule.sequence(), recipients.of(people), clock.instant());
        } else if (rule.occasion() == Occasion.TAGGED) {
            people.forEach(contact -> enrolments.stopTagged(contact, rule.subject(), clock.instant()));
        }
    }
}
