package app.backmatter.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.mail.broadcast.SubjectResult;
import org.junit.jupiter.api.Test;

class VerdictTests {
    @Test
    void theSubjectWithTheHigherRateWinsHoweverManyGotIt() {
        assertThat(opened(new SubjectResult(100, 30, 0, 0), new SubjectResult(50, 16, 0, 0)))
                .isEqualTo(new Verdict(1, WonBy.MORE_OPENED));
        assertThat(opened(new SubjectResult(100, 33, 0, 0), new SubjectResult(50, 16, 0, 9)))
                .isEqualTo(new Verdict(0, WonBy.MORE_OPENED));
        assertThat(clicked(new SubjectResult(100, 50, 9, 3), new SubjectResult(100, 10, 0, 4)))
                .isEqualTo(new Verdict(1, WonBy.MORE_CLICKED));
    }

    @Test
    void theFirstGoesOnWhereNothingTellsThemApart() {
        assertThat(opened(new SubjectResult(100, 30, 5, 0), new SubjectResult(50, 15, 9, 0)))
                .isEqualTo(new Verdict(0, WonBy.TIE));
        assertThat(opened(new SubjectResult(100, 0, 0, 5), new SubjectResult(50, 0, 0, 7)))
                .isEqualTo(new Verdict(0, WonBy.NOBODY));
        assertThat(clicked(new SubjectResult(100, 9, 9, 0), new SubjectResult(100, 1, 9, 0)))
                .isEqualTo(new Verdict(0, WonBy.NOBODY));
    }

    @Test
    void whatProvidersFetchCountsOnlyWhereTooFewPeopleWereSeen() {
        assertThat(opened(new SubjectResult(100, 12, 60, 0), new SubjectResult(100, 8, 70, 0)))
                .isEqualTo(new Verdict(0, WonBy.MORE_OPENED));
        assertThat(opened(new SubjectResult(100, 11, 60, 0), new SubjectResult(100, 8, 70, 0)))
                .isEqualTo(new Verdict(1, WonBy.MORE_FETCHED));
        assertThat(opened(new SubjectResult(30, 2, 0, 0), new SubjectResult(30, 3, 0, 0)))
                .isEqualTo(new Verdict(1, WonBy.MORE_OPENED));
    }

    @Test
    void nothingIsToldOfASubjectThatReachedNobody() {
        assertThat(opened(new SubjectResult(1, 0, 0, 0), new SubjectResult(0, 0, 0, 0)))
                .isEqualTo(new Verdict(0, WonBy.TOO_FEW));
        assertThat(Verdict.of(WinnerRule.AUTHOR, new SubjectResult(0, 0, 0, 0), new SubjectResult(9, 9, 0, 0)))
                .isEqualTo(new Verdict(0, WonBy.TOO_FEW));
    }

    private static Verdict opened(SubjectResult first, SubjectResult other) {
        return Verdict.of(WinnerRule.OPENED, first, other);
    }

    private static Verdict clicked(SubjectResult first, SubjectResult other) {
        return Verdict.of(WinnerRule.CLICKED, first, other);
    }
}
