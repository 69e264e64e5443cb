package app.backmatter.mail.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Enrolment;
import app.backmatter.mail.Letter;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.shared.Ids;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BackmatterTest
class SequencesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Sequences sequences;

    @Autowired
    Outbox outbox;

    @Autowired
    SequenceSteps steps;

    @Autowired
    EditSteps edit;

    @Autowired
    PauseSequence pause;

    @Autowired
    AdvanceSequences driver;

    @Autowired
    Audience audience;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    final UUID product = Ids.next();
    TestWorkspace workspace;
    Mailbox mailbox;
    ContactId ana;

    @BeforeEach
    void subscribeAna() {
        workspace = fixtures.workspace();
        mailbox = new Mailbox(jdbc, workspace.id());
        var signUp = SignUpMother.ana(workspace.id(), clock.instant()).singleOptIn();
        ana = audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void mailsGoOneByOneWithTheirWaits() {
        enter(pitch(0, 3));
        driver.advance();
        var first = mailbox.waitForOneTo("ana@example.com");
        assertThat(first.subject()).isEqualTo("Mail 0");
        assertThat(first.html()).contains("Hello,");
        assertThat(first.html())
                .doesNotContain("https://example.com/offer")
                .contains("/c/")
                .contains("/o/s/");

        clock.advance(Duration.ofDays(2));
        driver.advance();
        assertThat(queuedEver()).hasSize(1);

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 1");
        assertThat(state("enrolments")).containsExactly("FINISHED");
    }

    @Test
    void aStepGoesOutOnceHoweverManyDriversRunAndHoweverFarTheClockJumps() throws Exception {
        enter(pitch(0, 3, 3));
        var runs = Collections.<Callable<Boolean>>nCopies(12, driver::advance);
        for (int jump = 0; jump < 4; jump++) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.invokeAll(runs);
            }
            assertThat(queuedEver()).hasSize(Math.min(jump + 1, 3)).doesNotHaveDuplicates();
            clock.advance(Duration.ofDays(400));
        }
    }

    @Test
    void aClockThatGoesBackRepeatsNothing() {
        enter(pitch(0, 3));
        clock.advance(Duration.ofDays(30));
        driver.advance();
        clock.reset();
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
    }

    @Test
    void aContactIsInASequenceOnce() {
        var sequence = pitch(0);
        enter(sequence);
        enter(sequence);
        driver.advance();
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
    }

    @Test
    void aPaymentStopsThePitchInItsOwnTransaction() {
        enter(pitch(0, 3));
        transaction.executeWithoutResult(status -> {
            driver.advance();
            stopPitch(product);
        });
        await().untilAsserted(() -> assertThat(state("messages")).containsExactly("CANCELLED"));

        clock.advance(Duration.ofDays(10));
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
        assertThat(mailbox.all()).isEmpty();
    }

    @Test
    void aRolledBackPaymentStopsNothing() {
        enter(pitch(0, 3));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    stopPitch(product);
                    throw new IllegalArgumentException("declined");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");
    }

    @Test
    void aPaymentForSomethingElseStopsNothing() {
        enter(pitch(0));
        stopPitch(Ids.next());
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");
    }

    @Test
    void aMailThatANodeDroppedIsNotSentAgainAfterThePayment() {
        enter(pitch(0));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com");
        jdbc.sql("update messages set state = 'SENDING' where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        stopPitch(product);
        clock.advance(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(state("messages")).containsExactly("CANCELLED"));
    }

    @Test
    void leavingEndsEverySequence() {
        enter(pitch(0, 3));
        WorkspaceScope.run(workspace.id(), () -> audience.unsubscribe(ana, "/unsubscribe", Instant.now()));
        await().untilAsserted(() -> assertThat(state("enrolments")).containsExactly("STOPPED"));
    }

    @Test
    void mailsThatComeAndGoKeepEveryReadersPlace() {
        var sequence = pitch(0, 3);
        enter(sequence);
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");

        WorkspaceScope.run(workspace.id(), () -> {
            edit.add(sequence, 0, mail("Too late"));
            edit.remove(sequence, step(sequence, 1));
            edit.add(sequence, 2, new Wait.Lasting(1, Wait.Unit.DAYS, null));
            edit.add(sequence, 3, mail("Last"));
        });
        for (int day = 0; day < 10; day++) {
            clock.advance(Duration.ofDays(1));
            driver.advance();
        }
        // ten days pass in a moment here, so that two mails leave side by side
        mailbox.waitForOneTo("ana@example.com", "Mail 1");
        mailbox.waitForOneTo("ana@example.com", "Last");
        assertThat(mailbox.all().stream().map(Mailbox.Mail::subject))
                .containsExactlyInAnyOrder("Mail 0", "Mail 1", "Last");
    }

    @Test
    void authorsWhoChangeASequenceAtOnceTakeTurns() throws Exception {
        var sequence = pitch(0, 3);
        var last = WorkspaceScope.call(workspace.id(), () -> step(sequence, 2));
        var changes = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 6; i++) {
            changes.add(inWorkspace(() -> edit.add(sequence, 1, mail("From an author"))));
            changes.add(inWorkspace(() -> edit.remove(sequence, last)));
        }
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var change : threads.invokeAll(changes)) {
                change.get();
            }
        }
        assertThat(placed(sequence).stream().map(Placed::position)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aShorterWaitHoldsForWhoIsWaiting() {
        var sequence = pitch(0, 30);
        enter(sequence);
        driver.advance();
        changeWait(sequence, 1, 2);
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 1");
    }

    @Test
    void aWaitThatTwoAuthorsChangeAtOnceIsTheFirstOnes() throws Exception {
        var sequence = pitch(3);
        enter(sequence);
        driver.advance();
        var opened = placed(sequence).getFirst();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = transaction.execute(status -> {
                assertThat(change(sequence, opened, 1)).isTrue();
                var other = threads.submit(() -> change(sequence, opened, 5));
                await().until(this::somebodyWaitsForALock);
                return other;
            });
            assertThat(second.get()).as("who had not seen the change").isFalse();
        }

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
    }

    @Test
    void whoRestsAtAStepThatMovesDownMissesNothing() {
        var sequence = pitch(0, 3);
        enter(sequence);
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");

        WorkspaceScope.run(workspace.id(), () -> edit.move(sequence, step(sequence, 1), false));
        driver.advance();
        assertThat(queuedEver()).as("the wait goes on").hasSize(1);
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        driver.advance();

        mailbox.waitForOneTo("ana@example.com", "Mail 1");
    }

    @Test
    void aMailThatMovesBehindWhoHasItDoesNotComeAgain() {
        var sequence = pitch(0, 3);
        enter(sequence);
        driver.advance();
        WorkspaceScope.run(workspace.id(), () -> {
            edit.move(sequence, step(sequence, 0), false);
            edit.move(sequence, step(sequence, 1), false);
        });
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        driver.advance();

        assertThat(queuedEver()).as("each once").hasSize(2).doesNotHaveDuplicates();
        assertThat(state("enrolments")).containsExactly("FINISHED");
    }

    @Test
    void nothingLeavesWhileItIsPausedAndEachStepOnceAfterwards() throws Exception {
        var sequence = pitch(0, 3, 3);
        enter(sequence);
        transaction.executeWithoutResult(status -> {
            driver.advance();
            WorkspaceScope.run(workspace.id(), () -> pause.pause(sequence));
        });
        await().untilAsserted(() ->
                assertThat(waited()).as("asked whether it may leave").isPositive());
        clock.advance(Duration.ofDays(4));
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
        assertThat(mailbox.all()).isEmpty();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < 10; turn++) {
                var runs = threads.invokeAll(List.<Callable<Object>>of(
                        driver::advance,
                        () -> inWorkspace(() -> pause.pause(sequence)).call(),
                        driver::advance,
                        () -> inWorkspace(() -> pause.resume(sequence)).call(),
                        driver::advance));
                for (var run : runs) {
                    run.get();
                }
            }
        }
        WorkspaceScope.run(workspace.id(), () -> pause.resume(sequence));
        for (int day = 0; day < 10; day++) {
            driver.advance();
            clock.advance(Duration.ofDays(1));
        }
        await().until(() -> mailbox.all().size() == 3);
        assertThat(queuedEver()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aDayAtNineIsNineInTheAuthorsZoneAcrossBothChangesOfTheClocks() {
        for (var eve : List.of("2027-03-12T12:00", "2027-11-05T12:00")) {
            clock.reset();
            clock.advance(Duration.between(
                    clock.instant(), LocalDateTime.parse(eve).atZone(NEW_YORK).toInstant()));
            var sequence = create(List.of());
            WorkspaceScope.run(workspace.id(), () -> {
                for (int day = 1; day <= 4; day++) {
                    edit.add(sequence, 100, new Wait.Lasting(1, Wait.Unit.DAYS, LocalTime.of(9, 0)));
                    edit.add(sequence, 100, mail("Day " + day));
                }
            });
            enter(sequence);
            for (int half = 0; half < 2 * 24 * 5; half++) {
                driver.advance();
                clock.advance(Duration.ofMinutes(30));
            }
            var from = LocalDateTime.parse(eve).toLocalDate();
            assertThat(writtenAt(sequence))
                    .as(eve)
                    .containsExactly(
                            from.plusDays(1) + " 9",
                            from.plusDays(2) + " 9",
                            from.plusDays(3) + " 9",
                            from.plusDays(4) + " 9");
        }
    }

    private List<String> writtenAt(SequenceId sequence) {
        return jdbc
                .sql("""
                    select m.queued_at from messages m join enrolments e on e.id = m.enrolment_id
                    where e.sequence_id = ? order by 1\
                    """)
                .param(sequence.value())
                .query((row, n) -> row.getTimestamp(1).toInstant().atZone(NEW_YORK))
                .list()
                .stream()
                .map(at -> at.toLocalDate() + " " + at.getHour())
                .toList();
    }

    @Test
    void aDriverThatDiesHalfwayLeavesNothingHalfDone() {
        enter(pitch(0, 3));
        transaction.executeWithoutResult(status -> {
            driver.advance();
            assertThat(queuedEver()).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(queuedEver()).isEmpty();
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");
        assertThat(queuedEver()).hasSize(1);
    }

    @Test
    void goesOnForThoseAloneForWhomAConditionHolds() {
        var bea = audience.signUp(List.of(SignUpMother.ana(workspace.id(), clock.instant())
                        .withEmail("bea@example.com")
                        .singleOptIn()
                        .build()))
                .getFirst()
                .contact();
        var sequence = pitch(0, 0);
        WorkspaceScope.run(workspace.id(), () -> {
            audience.tag(bea, "fan", clock.instant());
            var last = step(sequence, 1);
            edit.add(sequence, 1, mail("For fans"));
            edit.add(sequence, 1, new Step.Condition(Step.Asked.TAGGED, "fan", true, last));
        });
        enter(sequence);
        enter(sequence, bea);
        driver.advance();

        mailbox.waitForOneTo("bea@example.com", "For fans");
        mailbox.waitForOneTo("bea@example.com", "Mail 1");
        mailbox.waitForOneTo("ana@example.com", "Mail 1");
        assertThat(mailbox.to("ana@example.com").stream().map(Mailbox.Mail::subject))
                .containsExactlyInAnyOrder("Mail 0", "Mail 1");
    }

    @Test
    void whoLeavesByAConditionStillGetsWhatWasWrittenBefore() {
        var sequence = pitch(0, 0);
        WorkspaceScope.run(
                workspace.id(), () -> edit.add(sequence, 1, new Step.Condition(Step.Asked.BOUGHT, "", true, null)));
        enter(sequence);
        driver.advance();

        mailbox.waitForOneTo("ana@example.com", "Mail 0");
        assertThat(state("enrolments")).containsExactly("STOPPED");
        assertThat(queuedEver()).hasSize(1);
    }

    private void changeWait(SequenceId sequence, int place, int days) {
        change(sequence, placed(sequence).get(place), days);
    }

    private boolean change(SequenceId sequence, Placed opened, int days) {
        return WorkspaceScope.call(
                workspace.id(),
                () -> edit.change(
                        sequence, opened.id(), opened.version(), new Wait.Lasting(days, Wait.Unit.DAYS, null)));
    }

    private List<Placed> placed(SequenceId sequence) {
        return WorkspaceScope.call(workspace.id(), () -> steps.of(sequence));
    }

    private UUID step(SequenceId sequence, int place) {
        return steps.of(sequence).get(place).id();
    }

    private static Step mail(String subject) {
        return new Step.Mail(subject, "", new MailContent(List.of(new Block.Text("Hello"))));
    }

    private int waited() {
        return jdbc.sql("select coalesce(max(waited), 0) from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query(Integer.class)
                .single();
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aPitchWaitsUntilADayAfterAnotherLetterOfferedTheSame() {
        enter(pitch(0));
        outbox.queue(List.of(offering(product), offering(Ids.next())));
        driver.advance();
        assertThat(queuedEver()).as("while it is under way").noneMatch(key -> key.startsWith("sequence:"));
        await().until(() -> mailbox.to("ana@example.com").size() == 2);

        clock.advance(Duration.ofHours(23));
        driver.advance();
        assertThat(queuedEver()).hasSize(2);

        clock.advance(Duration.ofHours(1).plusMinutes(1));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Mail 0");
        assertThat(WorkspaceScope.call(workspace.id(), () -> sequences.lastPitch(ana, product)))
                .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(clock.instant()));
    }

    private Letter offering(UUID offered) {
        return TestLetter.to(workspace.id(), ana, "ana@example.com", true, Map.of(Letter.PITCHES, offered.toString()));
    }

    @Test
    void refusesAnUnknownField() {
        var mail = new NewSequence.Mail(0, "Hi {name}", "Hello", "");
        assertThatThrownBy(() -> create(List.of(mail))).isInstanceOf(IllegalArgumentException.class);
    }

    private SequenceId pitch(int... waits) {
        var list = new ArrayList<NewSequence.Mail>();
        for (int wait : waits) {
            list.add(new NewSequence.Mail(wait, "Mail " + list.size(), "Hello {first_name},", "See the offer"));
        }
        return create(list);
    }

    private SequenceId create(List<NewSequence.Mail> list) {
        return WorkspaceScope.call(
                workspace.id(), () -> sequences.create(new NewSequence("Pitch", SequencePurpose.NON_BUYERS, list)));
    }

    private void enter(SequenceId sequence) {
        enter(sequence, ana);
    }

    private void enter(SequenceId sequence, ContactId contact) {
        WorkspaceScope.run(
                workspace.id(),
                () -> sequences.enter(new Enrolment(
                        sequence,
                        contact,
                        product,
                        Map.of("offer_link", "https://example.com/offer"),
                        clock.instant().minusSeconds(1))));
    }

    private void stopPitch(UUID bought) {
        WorkspaceScope.run(workspace.id(), () -> sequences.stopPitch(ana, List.of(bought), clock.instant()));
    }

    private Callable<Void> inWorkspace(Runnable change) {
        return () -> {
            WorkspaceScope.run(workspace.id(), change);
            return null;
        };
    }

    private List<String> queuedEver() {
        return jdbc.sql("select key from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> state(String table) {
        return jdbc.sql("select state from " + table + " where workspace_id = ?")
                .param(workspace.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
