package app.backmatter.mail.domain;

import app.backmatter.audience.Audience;
import app.backmatter.audience.Recipients;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.LetterRules;
import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.KeepReports;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes one claimed message and hands it to the mail server, holding no database connection meanwhile. It counts as
 * gone from just before the hand-over: whoever cancels it later is too late, and a node that dies in between sends it
 * once more, under the same Message-ID.
 */
@Component
class DeliverMessage {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverMessage.class);
    private static final int MOST_TRIES = 12;

    private final MessageStates states;
    private final WriteLetter writer;
    private final Carrier carrier;
    private final Audience audience;
    private final Recipients recipients;
    private final Suppressions suppressions;
    private final KeepReports reports;
    private final Tally tally;
    private final TransactionOperations transactions;
    private final Clock clock;

    DeliverMessage(
            MessageStates states,
            WriteLetter writer,
            Carrier carrier,
            Audience audience,
            Recipients recipients,
            Suppressions suppressions,
            KeepReports reports,
            Tally tally,
            TransactionOperations transactions,
            Clock clock) {
        this.states = states;
        this.writer = writer;
        this.carrier = carrier;
        this.audience = audience;
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.reports = reports;
        this.tally = tally;
        this.transactions = transactions;
        this.clock = clock;
    }

    void deliver(Claim claim) {
        try {
            if (claim.workspace() == null) {
                carry(claim);
            } else {
                WorkspaceScope.run(claim.workspace(), () -> carry(claim));
            }
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be written", claim.id(), e);
            postpone(claim, "not-written");
        }
    }

    private void carry(Claim claim) {
        var rules = writer.rules(claim);
        rules.waitsUntil(claim.fields())
                .filter(clock.instant()::isBefore)
                .ifPresentOrElse(moment -> states.waits(claim, moment), () -> carry(claim, rules));
    }

    private void carry(Claim claim, LetterRules rules) {
        var letter = writer.write(claim);
        boolean leaves = carrier.isReady();
        if (leaves && !states.leave(claim, letter)) {
            return;
        }
        if (claim.marketing() && states.isStopped(claim)) {
            states.cancelled(claim, "pitch-ended");
        } else if (isUnwanted(claim)) {
            states.cancelled(claim, "not-subscribed");
        } else if (reachesNobody(claim, rules)) {
            states.cancelled(claim, "suppressed");
        } else if (!rules.isWanted(claim.fields())) {
            states.cancelled(claim, MessageStates.NOT_WANTED);
        } else if (leaves) {
            hand(claim, rules, letter);
        } else {
            remember(claim, letter, "mail-kept", message -> states.keep(message, letter));
        }
    }

    private void hand(Claim claim, LetterRules rules, WrittenLetter letter) {
        switch (carrier.hand(claim, letter)) {
            case Handover.Accepted() -> remember(claim, letter, "mail", message -> sent(message, rules));
            case Handover.Refused(var reply) -> refused(claim, reply);
            case Handover.Postponed(var reason) -> postpone(claim, reason);
        }
    }

    private boolean sent(Claim claim, LetterRules rules) {
        boolean recorded = states.sent(claim);
        if (recorded && claim.workspace() != null && !rules.isForAuthor()) {
            tally.add(List.of(new Count(Figure.ACCEPTED, claim.to(), clock.instant())));
        }
        if (recorded) {
            rules.sent(claim.fields(), clock.instant());
        }
        return recorded;
    }

    /** A refused letter tells of its address as any bounce does. */
    private void refused(Claim claim, String reply) {
        transactions.executeWithoutResult(status -> {
            states.failed(claim, reply);
            if (claim.workspace() != null) {
                reports.keep(List.of(Report.bySmtp(new MessageId(claim.id()), reply, clock.instant())));
            }
        });
    }

    /** Asked after the last point where it could be cancelled, so that nobody who left before is written to. */
    private boolean isUnwanted(Claim claim) {
        return claim.marketing()
                && claim.contact() != null
                && recipients.of(List.of(claim.contact())).isEmpty();
    }

    /** To an address that is no more nothing goes but what its person asked for, and what authors are told. */
    private boolean reachesNobody(Claim claim, LetterRules rules) {
        return claim.workspace() != null
                && !rules.isForAuthor()
                && !rules.isAnswer()
                && suppressions
                        .of(claim.to())
                        .map(Suppression::reason)
                        .filter(SuppressionReason::stopsAllMail)
                        .isPresent();
    }

    private void remember(Claim claim, WrittenLetter letter, String line, Predicate<Claim> end) {
        transactions.executeWithoutResult(status -> {
            if (end.test(claim) && claim.contact() != null) {
                audience.note(claim.contact(), line, letter.subject(), clock.instant());
            }
        });
    }

    private void postpone(Claim claim, String reason) {
        if (claim.tries() >= MOST_TRIES) {
            states.failed(claim, reason);
        } else {
            states.postponed(claim, reason, backOff(claim.tries()));
        }
    }

    /** One minute, doubled each time up to six hours: about a day and a half in all. */
    private static Duration backOff(int tries) {
        var minutes = 1L << Math.min(tries - 1, 9);
        return Duration.ofMinutes(Math.min(minutes, 360));
    }
}
