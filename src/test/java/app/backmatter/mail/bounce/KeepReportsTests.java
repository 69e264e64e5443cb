package app.backmatter.mail.bounce;

import static app.backmatter.mail.bounce.Keeping.KEPT;
import static app.backmatter.mail.bounce.Keeping.KNOWN;
import static app.backmatter.mail.bounce.Keeping.STRANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.Recipients;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import app.backmatter.audience.domain.EraseContact;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MessageId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SuppressionFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a report changes for the reader whom it is about. */
@BackmatterTest
class KeepReportsTests {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    KeepReports reports;

    @Autowired
    Audience audience;

    @Autowired
    Recipients recipients;

    @Autowired
    Suppressions suppressions;

    @Autowired
    SuppressionFixtures suppressed;

    @Autowired
    EraseContact erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = accounts.workspace();
        broadcasts.subscribers(workspace, 3);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aHardBounceSuppressesItsReaderAloneAndAtOnce() {
        var report = report(ReportKind.HARD_BOUNCE, mailTo(1));

        assertThat(reports.keep(List.of(report, report(ReportKind.BLOCKED, mailTo(2)))))
                .containsExactly(KEPT, KEPT);

        assertThat(suppression(1)).isEqualTo(SuppressionReason.HARD_BOUNCE);
        assertThat(suppression(2)).isNull();
        assertThat(reader(1).status()).isEqualTo(ContactStatus.SUBSCRIBED);
        assertThat(mailable()).isEqualTo(2);
        assertThat(mayBeMailed(1)).isFalse();
        assertThat(mayBeMailed(2)).isTrue();
        assertThat(reports.keep(List.of(report))).containsExactly(KNOWN);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aComplaintEndsTheConsentTooAndIsStrongerThanABounce() {
        var mail = mailTo(1);

        reports.keep(List.of(report(ReportKind.COMPLAINT, mail), report(ReportKind.HARD_BOUNCE, mail)));

        assertThat(suppression(1)).isEqualTo(SuppressionReason.COMPLAINT);
        assertThat(reader(1).status()).isEqualTo(ContactStatus.UNSUBSCRIBED);
        assertThat(jdbc.sql("""
            select origin from consents where workspace_id = ? and contact_id = ? and kind = 'WITHDRAWN'\
            """)
                        .params(workspace.id().value(), reader(1).id().value())
                        .query(String.class)
                        .list())
                .containsExactly("complaint");
    }

    @Test
    void softBouncesSuppressFromTheFifthOverTenDaysOn() {
        for (int times = 1; times <= 4; times++) {
            reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
            clock.advance(Duration.ofDays(2));
        }
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1)), report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        assertThat(suppression(1)).as("six within eight days").isNull();

        clock.advance(Duration.ofDays(3));
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        assertThat(suppression(1)).isEqualTo(SuppressionReason.SOFT_BOUNCES);
    }

    @Test
    void whatArrivesBetweenSoftBouncesForgivesThem() {
        for (int times = 1; times <= 5; times++) {
            reports.keep(List.of(
                    report(ReportKind.SOFT_BOUNCE, mailTo(1)),
                    report(ReportKind.SOFT_BOUNCE, mailTo(2)),
                    report(ReportKind.SOFT_BOUNCE, mailTo(3))));
            clock.advance(Duration.ofDays(3));
        }
        for (int reader = 1; reader <= 3; reader++) {
            jdbc.sql("update suppressions set lifted_at = ? where workspace_id = ? and email = ?")
                    .params(
                            java.sql.Timestamp.from(clock.instant()),
                            workspace.id().value(),
                            address(reader).value())
                    .update();
        }
        assertThat(mailable()).as("all lifted").isEqualTo(3);
        for (int times = 1; times <= 5; times++) {
            if (times == 4) {
                reports.keep(List.of(report(ReportKind.DELIVERED, mailTo(1))));
                mailTo(2);
            }
            clock.advance(Duration.ofDays(4));
            reports.keep(List.of(
                    report(ReportKind.SOFT_BOUNCE, mailTo(1)),
                    report(ReportKind.SOFT_BOUNCE, mailTo(2)),
                    report(ReportKind.SOFT_BOUNCE, mailTo(3))));
        }

        assertThat(suppression(1)).as("its provider said that one arrived").isNull();
        assertThat(suppression(2)).as("one was not bounced").isNull();
        assertThat(suppression(3)).isEqualTo(SuppressionReason.SOFT_BOUNCES);
    }

    @Test
    void whoIsSuppressedStaysSoWhenTheAddressComesToTheListAgain() {
        suppressed.one(workspace.id(), "late@example.com", "no such user");

        jdbc.sql("""
            insert into contacts (id, workspace_id, email, first_name, status, status_at, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
            select uuidv7(), workspace_id, 'late@example.com', '', status, status_at, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at, joined_at
            from contacts where workspace_id = ? limit 1\
            """).param(workspace.id().value()).update();

        assertThat(mailable()).isEqualTo(3);
    }

    @Test
    void whoWasErasedDoesNotComeBackByAReport() {
        var mail = mailTo(1);
        var letter = letterTo(1);
        var erased = reader(1).id();
        WorkspaceScope.run(workspace.id(), () -> erasure.erase(erased));
        await().until(() -> rows("broadcast_messages") + rows("messages") == 0);
        // as long as what follows an erasure has not come to it
        var unforgotten = letterTo(2);
        jdbc.sql("update messages set contact_id = ? where id = ?")
                .params(erased.value(), unforgotten.value())
                .update();

        for (var message : List.of(mail, letter, unforgotten)) {
            assertThat(reports.keep(List.of(new Report(
                            ReportKind.HARD_BOUNCE,
                            message,
                            workspace.id(),
                            address(1),
                            clock.instant(),
                            "",
                            "<reader-1@reader1.example.com> unknown",
                            "test",
                            name()))))
                    .containsExactly(STRANGE);
        }

        assertThat(rows("mail_reports") + rows("suppressions")).isZero();
    }

    @Test
    void theFourthSoftBounceIsNotTheFifth() {
        for (int times = 1; times <= 4; times++) {
            reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
            clock.advance(Duration.ofDays(4));
        }
        assertThat(suppression(1)).as("four over twelve days").isNull();

        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        assertThat(suppression(1)).isEqualTo(SuppressionReason.SOFT_BOUNCES);
    }

    @Test
    void softBouncesAreTooManyOnceTenDaysLieBetweenThem() {
        for (int times = 1; times <= 4; times++) {
            reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        }
        clock.advance(Duration.ofDays(10).minusHours(1));
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        assertThat(suppression(1)).as("an hour too early").isNull();

        clock.advance(Duration.ofHours(1));
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1))));
        assertThat(suppression(1)).isEqualTo(SuppressionReason.SOFT_BOUNCES);
    }

    @Test
    void manyReportsOfOneMailAreOneBounce() {
        var mail = mailTo(1);
        for (int times = 1; times <= 6; times++) {
            reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mail)));
            clock.advance(Duration.ofDays(4));
        }
        assertThat(suppression(1)).isNull();
    }

    @Test
    void aLetterHasArrivedWhenItWasNotBouncedForThreeDays() {
        for (int times = 1; times <= 4; times++) {
            reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1)), report(ReportKind.SOFT_BOUNCE, mailTo(2))));
            clock.advance(Duration.ofDays(3));
        }
        letterTo(1);
        clock.advance(Duration.ofHours(2));
        letterTo(2);
        clock.advance(Duration.ofDays(3).minusHours(1));
        reports.keep(List.of(report(ReportKind.SOFT_BOUNCE, mailTo(1)), report(ReportKind.SOFT_BOUNCE, mailTo(2))));

        assertThat(suppression(1)).as("left more than three days ago").isNull();
        assertThat(suppression(2)).as("may still bounce").isEqualTo(SuppressionReason.SOFT_BOUNCES);
    }

    /** A letter that the mail server took a moment ago. */
    private MessageId letterTo(int reader) {
        var letter = MessageId.next();
        jdbc.sql("""
            insert into messages (id, workspace_id, contact_id, recipient, template, fields, key, marketing, state, due_at,
                queued_at, left_at, subject)
            select :id, workspace_id, id, email, 'test', '{}', :id::text, false, 'SENT', :now, :now, :now, 'Hello'
            from contacts where workspace_id = :workspace and email = :email\
            """)
                .param("id", letter.value())
                .param("workspace", workspace.id().value())
                .param("email", address(reader).value())
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        return letter;
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void othersReportsAreStrange() {
        var other = accounts.workspace();
        var mine = mailTo(1);

        assertThat(reports.keep(List.of(
                        report(ReportKind.HARD_BOUNCE, MessageId.next()),
                        in(other.id(), report(ReportKind.HARD_BOUNCE, mine)),
                        byAddress("reader-1@reader1.example.com", null))))
                .containsExactly(STRANGE, STRANGE, STRANGE);
        assertThat(mailable()).isEqualTo(3);
    }

    @Test
    void bouncesOfMailsThatNobodyCountedAreKeptAndStopNothing() {
        broadcasts.people(workspace, "gone", 20, "SUBSCRIBED");
        for (int number = 1; number <= 20; number++) {
            assertThat(reports.keep(
                            List.of(byAddress("gone-%1$d@gone%1$d.example.com".formatted(number), workspace.id()))))
                    .containsExactly(KEPT);
        }

        assertThat(jdbc.sql("select count(*) from sending_stops where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void wordsThatNobodyCanStoreAreKeptWithoutWhatIsWrongWithThem() {
        reports.keep(List.of(new Report(
                ReportKind.HARD_BOUNCE,
                mailTo(1),
                null,
                null,
                clock.instant(),
                "5.1\0.1",
                "no\0body\r\nhere",
                "test",
                name())));

        assertThat(WorkspaceScope.call(workspace.id(), () -> suppressions.of(address(1))))
                .map(Suppression::words)
                .contains("no body here");
    }

    private MessageId mailTo(int reader) {
        return new MessageId(broadcasts.sent(workspace, reader(reader).id()));
    }

    private Report report(ReportKind kind, MessageId message) {
        return new Report(kind, message, null, null, clock.instant(), "", "said so", "test", name());
    }

    private Report in(WorkspaceId other, Report report) {
        return new Report(
                report.kind(), report.message(), other, null, report.at(), "", "", report.source(), report.theirId());
    }

    private Report byAddress(String address, @Nullable WorkspaceId of) {
        return new Report(
                ReportKind.HARD_BOUNCE, null, of, new EmailAddress(address), clock.instant(), "", "", "test", name());
    }

    private static String name() {
        return "report-" + NAMES.incrementAndGet() + UUID.randomUUID();
    }

    private static EmailAddress address(int reader) {
        return new EmailAddress("reader-" + reader + "@reader" + reader + ".example.com");
    }

    private ContactView reader(int number) {
        return WorkspaceScope.call(workspace.id(), () -> audience.find(address(number)))
                .orElseThrow();
    }

    private @Nullable SuppressionReason suppression(int reader) {
        Optional<Suppression> found = WorkspaceScope.call(workspace.id(), () -> suppressions.of(address(reader)));
        return found.map(Suppression::reason).orElse(null);
    }

    private long mailable() {
        return WorkspaceScope.call(workspace.id(), () -> recipients.count(Addressed.EVERYBODY));
    }

    private boolean mayBeMailed(int reader) {
        return jdbc.sql("select who_may_not_be_mailed(?, array[?]) = '{}'")
                .params(workspace.id().value(), reader(reader).id().value())
                .query(Boolean.class)
                .single();
    }

    private long kept() {
        return jdbc.sql("select count(*) from mail_reports where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
