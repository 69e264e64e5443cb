package app.backmatter.mail.domain;

import app.backmatter.mail.content.LaidOut;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The test of a broadcast's subjects, if it has one: what its author chose, and how it went. */
@Embeddable
final class Trial {
    private String otherSubject = "";
    private int samplePercent = SubjectTest.NONE.percent();

    @Enumerated(EnumType.STRING)
    private WinnerRule winnerRule = SubjectTest.NONE.rule();

    private int winnerAfterHours = SubjectTest.NONE.hours();

    @Convert(converter = LaidOutColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LaidOut otherLaidOut;

    @Enumerated(EnumType.STRING)
    private TestStage stage = TestStage.ALL;

    private @Nullable Instant decidesAt;
    private @Nullable Integer winner;

    @Enumerated(EnumType.STRING)
    private @Nullable WonBy wonBy;

    private @Nullable Instant wonAt;

    void write(SubjectTest test) {
        otherSubject = test.subject();
        samplePercent = test.percent();
        winnerRule = test.rule();
        winnerAfterHours = test.hours();
    }

    SubjectTest test() {
        return new SubjectTest(otherSubject, samplePercent, winnerRule, winnerAfterHours);
    }

    /** @param other the same mail under the second subject; absent where nothing is tried */
    void begin(@Nullable LaidOut other) {
        otherLaidOut = other;
        stage = other == null ? TestStage.ALL : TestStage.SAMPLE;
    }

    boolean isOpen() {
        return stage == TestStage.SAMPLE || stage == TestStage.WAIT;
    }

    boolean isDue(Instant now) {
        return stage == TestStage.WAIT && decidesAt != null && !decidesAt.isAfter(now);
    }

    /** From now on the others get that subject. */
    void win(Verdict verdict, Instant at) {
        stage = TestStage.REST;
        winner = verdict.winner();
        wonBy = verdict.by();
        wonAt = at;
    }

    TrialDetails details() {
        return new TrialDetails(stage, decidesAt, winner, wonBy);
    }
}
