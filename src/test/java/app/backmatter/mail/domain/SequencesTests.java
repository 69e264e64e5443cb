package app.backmatter.mail.domain;

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
import app.backmatter.shared.Ids;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
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
    SequenceMails mails;

    @Autowired
    EditSequence edit;

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
        assertThat(first.button()).isEqualTo("https://example.com/offer");

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
            edit.add(sequence, 0, new NewSequence.Mail(0, "Too late", "Hello", ""));
            edit.remove(sequence, mails.of(sequence).get(1).id());
            edit.add(sequence, 2, new NewSequence.Mail(1, "Last", "Hello", ""));
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
        var last = WorkspaceScope.call(
                workspace.id(), () -> mails.of(sequence).getLast().id());
        var changes = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 6; i++) {
            changes.add(
                    inWorkspace(() -> edit.add(sequence, 1, new NewSequence.Mail(1, "From an author", "Hello", ""))));
            changes.add(inWorkspace(() -> edit.remove(sequence, last)));
        }
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var change : threads.invokeAll(changes)) {
                change.get();
            }
        }
        var positions = WorkspaceScope.call(workspace.id(), () -> mails.of(sequence)).stream()
                .map(SequenceMail::position)
                .toList();
        assertThat(positions).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void aShorterWaitHoldsForWhoIsWaiting() {
        var sequence = pitch(0, 30);
        enter(sequence);
        driver.advance();
        WorkspaceScope.run(
                workspace.id(),
                () -> edit.change(
                        sequence, mails.of(sequence).get(1).id(), new NewSequence.Mail(2, "Sooner", "Hello", "")));
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        driver.advance();
        mailbox.waitForOneTo("ana@example.com", "Sooner");
    }

    @Test
    void aWaitThatTwoAuthorsChangeAtOnceIsTheLastOnes() throws Exception {
        var sequence = pitch(3);
        enter(sequence);
        var mail = WorkspaceScope.call(
                workspace.id(), () -> mails.of(sequence).getFirst().id());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                changeWait(sequence, mail, 5);
                threads.submit(() -> changeWait(sequence, mail, 1));
                await().until(this::somebodyWaitsForALock);
            });
        }

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        driver.advance();
        assertThat(queuedEver()).hasSize(1);
    }

    private void changeWait(SequenceId sequence, UUID mail, int days) {
        WorkspaceScope.run(
                workspace.id(), () -> edit.change(sequence, mail, new NewSequence.Mail(days, "Mail 0", "Hello", "")));
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
        WorkspaceScope.run(
                workspace.id(),
                () -> sequences.enter(new Enrolment(
                        sequence,
                        ana,
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
