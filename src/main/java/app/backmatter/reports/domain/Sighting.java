package app.backmatter.reports.domain;

import app.backmatter.funnels.ReaderSetOut;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.funnels.StepSeen;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was on a step, as a row for {@link FactSql#SEE} and {@link FactSql#BEGIN}.
 *
 * @param passageId the way that begins here; absent while somebody only looks
 * @param takenAt when they signed up; absent while they only look
 */
record Sighting(
        UUID workspaceId,
        UUID funnelId,
        UUID revisionId,
        UUID stepId,
        UUID subjectId,
        @Nullable UUID passageId,
        String source,
        boolean bot,
        Instant seenAt,
        @Nullable Instant takenAt) {
    static Sighting of(StepSeen seen) {
        return new Sighting(
                seen.workspace().value(),
                seen.funnel().value(),
                seen.revision().value(),
                seen.step(),
                seen.subject(),
                null,
                SourceKey.of(seen.source()).text(),
                seen.bot(),
                seen.at(),
                null);
    }

    static Sighting of(ReaderSetOut setOut) {
        return new Sighting(
                setOut.workspace().value(),
                setOut.funnel().value(),
                setOut.revision().value(),
                setOut.step(),
                setOut.visitor(),
                setOut.passage().value(),
                SourceKey.of(setOut.source()).text(),
                setOut.bot(),
                setOut.at(),
                null);
    }

    static Sighting of(ReaderSignedUp signedUp) {
        return new Sighting(
                signedUp.workspace().value(),
                signedUp.funnel().value(),
                signedUp.revision().value(),
                signedUp.step(),
                signedUp.visitor(),
                signedUp.passage().value(),
                SourceKey.of(signedUp.source()).text(),
                signedUp.bot(),
                signedUp.at(),
                signedUp.at());
    }
}
