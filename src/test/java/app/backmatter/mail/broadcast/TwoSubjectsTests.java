package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.ChooseSubject;
import app.backmatter.mail.domain.SendBroadcast;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BroadcastFixtures;
import app.backmatter.support.BroadcastWatch;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.SmtpSink.Act;
import app.backmatter.support.SmtpSink.Moment;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two subjects tried on a part of the readers: everybody gets one mail, whatever happens between the parts. */
@BackmatterTest
class TwoSubjectsTests {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");
    private static final Pattern TO = Pattern.compile("(?m)^To: (.*?)\r?$");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BroadcastFixtures broadcasts;

    @Autowired
    WriteBroadcast write;

    @Autowired
    SendBroadcast send;

    @Autowired
    ChooseSubject choose;

    @Autowired
    BroadcastSender sender;

    @Autowired
    Batches batches;

    @Autowired
    BroadcastFigures figures;

    @Autowired
    SubjectFigures subjects;

    @Autowired
    ContactBroadcasts contactBroadcasts;

    @Autowired
    BroadcastWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    TestWorkspace workspace;
    MailServerSwitch server;
    final SmtpSink sink = SmtpSink.keeping();

    @BeforeEach
    void open() {
        workspace = accounts.publishingWorkspace();
        server = watch.sendTo(sink);
    }

    @AfterEach
    void close() {
        watch.end();
        server.close();
        sink.close();
    }

    @Test
    void theSampleGetsBothTheRestGetsTheWinnerAndEverybodyGetsOne() {
        broadcasts.subscribers(workspace, 600);
        var id = begin(20, WinnerRule.CLICKED);
        awaitStage(id, "WAIT");

        var sample = subjectByReader();
        assertThat(sample).hasSizeBetween(60, 190);
        assertThat(count(sample, "First") - count(sample, "Other")).isBetween(0L, 1L);
        click(id, 1, 3);
        click(id, 0, 1);
        leave(true, 4);
        leave(false, 5);
        broadcasts.people(workspace, "later", 7, "SUBSCRIBED");
        clock.advance(Duration.ofMinutes(239));
        assertThat(stage(id)).isEqualTo("WAIT");
        clock.advance(Duration.ofMinutes(2));
        watch.untilSent(id);

        everybodyOnce(602);
        var all = subjectByReader();
        assertThat(all).containsAllEntriesOf(sample);
        assertThat(all.entrySet().stream()
                        .filter(one -> !sample.containsKey(one.getKey()))
                        .map(Map.Entry::getValue))
                .containsOnly("Other")
                .hasSize(602 - sample.size());
        assertThat(all.keySet().stream().filter(to -> to.startsWith("later"))).hasSize(7);
        var progress = in(() -> figures.progress(id));
        assertThat(progress.sent()).isEqualTo(602);
        assertThat(in(() -> subjects.of(id)))
                .extracting(SubjectResult::sent)
                .containsExactly(count(sample, "First"), count(sample, "Other"));
        toldWhatTheyGot(all);
    }

    /** Each contact's page, and what a person takes along. */
    private void toldWhatTheyGot(Map<String, String> all) {
        for (var to : all.keySet().stream().sorted().limit(20).toList()) {
            var lines = in(() -> contactBroadcasts.of(
                    new ContactId(jdbc.sql("select id from contacts where email = ? and workspace_id = ?")
                            .params(to, workspace.id().value())
                            .query(UUID.class)
                            .single())));
            assertThat(lines)
                    .filteredOn(line -> line.kind().equals("mail-sent"))
                    .extracting(ContactLines.Line::detail)
                    .as(to)
                    .containsExactly(all.get(to));
        }
    }

    @Test
    void twoNodesPausesAndAnEarlyChoiceDoubleNobodyAndForgetNobody() {
        broadcasts.subscribers(workspace, 3_000);
        var other = sender.anotherNode();
        try {
            other.start();
            var id = begin(50, WinnerRule.OPENED);
            for (int turn = 0; turn < 5; turn++) {
                await().pollInterval(Duration.ofMillis(5)).until(() -> mails().size() > 0);
                run(() -> send.pause(id));
                run(() -> send.resume(id));
            }
            await().pollInterval(Duration.ofMillis(5)).until(() -> mails().size() > 200);
            run(() -> choose.choose(id, 1));
            run(() -> choose.choose(id, 0));
            other.stop();
            watch.untilSent(id);

            everybodyOnce(3_000);
            assertThat(in(() -> figures.progress(id)).sent()).isEqualTo(3_000);
            assertThat(wonBy(id)).isEqualTo("1 AUTHOR");
        } finally {
            other.stop();
        }
    }

    @Test
    void nothingIsDecidedWhileItIsPausedAndNothingLeavesOnceItIsCancelled() {
        broadcasts.subscribers(workspace, 100);
        var id = begin(30, WinnerRule.OPENED);
        awaitStage(id, "WAIT");
        long sample = mails().size();
        run(() -> send.pause(id));
        clock.advance(Duration.ofDays(2));
        var cancelled = begin(30, WinnerRule.AUTHOR);
        awaitStage(cancelled, "WAIT");
        assertThat(stage(id)).isEqualTo("WAIT");

        long both = mails().size();
        run(() -> send.cancel(cancelled));
        run(() -> choose.choose(cancelled, 1));
        run(() -> send.resume(id));
        watch.untilSent(id);
        assertThat(wonBy(id)).isEqualTo("0 NOBODY");
        assertThat(mails().size() - both).isEqualTo(100 - sample);
        assertThat(stage(cancelled)).isEqualTo("WAIT");
    }

    @Test
    void whatIsPutOffKeepsItsSubjectAndHoldsUpNoDecision() {
        broadcasts.subscribers(workspace, 200);
        sink.in((moment, to) ->
                moment == Moment.RECIPIENT && to.matches(".*@reader[1-4]?[05]\\..*") ? Act.POSTPONE : Act.GO_ON);
        var id = begin(50, WinnerRule.AUTHOR);
        awaitStage(id, "WAIT");
        assertThat(in(() -> figures.progress(id)).postponed()).isPositive();
        run(() -> choose.choose(id, 1));
        watch.until(() -> in(() -> figures.progress(id)).sent() == 160);
        sink.in(SmtpSink.Mood.KIND);
        watch.until(() -> {
            clock.advance(Duration.ofHours(1));
            return watch.state(id).equals("SENT");
        });

        everybodyOnce(200);
        var all = subjectByReader();
        jdbc.sql("""
            select c.email, b.subject from broadcast_messages m join contacts c on c.id = m.contact_id
                join broadcast_batches b on b.id = m.batch_id where m.broadcast_id = ?\
            """).param(id.value()).query(row -> {
            assertThat(all.get(row.getString(1))).isEqualTo(row.getInt(2) == 0 ? "First" : "Other");
        });
        assertThat(in(() -> subjects.of(id)).stream()
                        .mapToLong(SubjectResult::sent)
                        .sum())
                .isEqualTo(jdbc.sql("select sum(sent) from broadcast_batches where broadcast_id = ? and sample")
                        .param(id.value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void aServerThatPutsTheWholeSampleOffDoesNotEndTheTest() {
        broadcasts.subscribers(workspace, 40);
        sink.in((moment, _) -> moment == Moment.RECIPIENT ? Act.POSTPONE : Act.GO_ON);
        var id = begin(50, WinnerRule.AUTHOR);
        watch.until(() -> in(() -> figures.progress(id)).postponed() > 0 && hasComeBy(id));
        batches.end(new BroadcastJob(id.value(), workspace.id(), Addressed.EVERYBODY));
        assertThat(stage(id)).isEqualTo("SAMPLE");

        sink.in(SmtpSink.Mood.KIND);
        watch.until(() -> {
            clock.advance(Duration.ofHours(1));
            return !stage(id).equals("SAMPLE");
        });

        assertThat(stage(id)).isEqualTo("WAIT");
        assertThat(in(() -> subjects.of(id))).extracting(SubjectResult::sent).doesNotContain(0L);
        assertThat(decides(id)).isEqualTo("never");
        run(() -> choose.choose(id, 1));
        watch.until(() -> {
            clock.advance(Duration.ofHours(1));
            return watch.state(id).equals("SENT");
        });
        everybodyOnce(40);
    }

    @Test
    void aListTooSmallForATestGetsTheFirstAtOnce() {
        broadcasts.subscribers(workspace, 1);
        var id = begin(50, WinnerRule.AUTHOR);
        watch.untilSent(id);
        everybodyOnce(1);
        assertThat(subjectByReader()).containsValue("First");
        assertThat(wonBy(id)).isEqualTo("0 TOO_FEW");
    }

    private BroadcastId begin(int percent, WinnerRule rule) {
        return in(() -> {
            var draft = new BroadcastDraft(
                    "First",
                    "",
                    new MailContent(List.of(new Block.Text("[Look](https://example.com)"))),
                    Addressed.EVERYBODY,
                    new SubjectTest("Other", percent, rule, 4));
            var id = write.begin(draft);
            send.start(id);
            return id;
        });
    }

    /** What their mail programs would tell. */
    private void click(BroadcastId id, int subject, int times) {
        jdbc.sql("""
            insert into mail_clicks (id, workspace_id, message_id, link_id, scanner, at)
            select uuidv7(), m.workspace_id, m.id, l.id, false, now() from broadcast_messages m
                join broadcast_batches b on b.id = m.batch_id join mail_links l on l.broadcast_id = m.broadcast_id
            where m.broadcast_id = :id and b.subject = :subject order by m.id limit :times\
            """)
                .param("id", id.value())
                .param("subject", subject)
                .param("times", times)
                .update();
    }

    /** @param written whether they have their mail already */
    private void leave(boolean written, int readers) {
        jdbc.sql("""
            update contacts set status = 'UNSUBSCRIBED' where id in (select c.id from contacts c
                where c.workspace_id = :workspace and exists (select from broadcast_messages m
                    where m.contact_id = c.id and m.workspace_id = c.workspace_id) = :written limit :readers)\
            """)
                .param("workspace", workspace.id().value())
                .param("written", written)
                .param("readers", readers)
                .update();
    }

    private void everybodyOnce(int readers) {
        assertThat(mails()).hasSize(readers);
        assertThat(subjectByReader()).hasSize(readers);
    }

    /** @throws IllegalStateException when somebody got two */
    private Map<String, String> subjectByReader() {
        return mails().stream().collect(Collectors.toMap(mail -> first(TO, mail), mail -> first(SUBJECT, mail)));
    }

    /** Letters of others may leave meanwhile too. */
    private List<String> mails() {
        return sink.kept().stream()
                .filter(mail -> first(TO, mail).matches("(reader|later)-.*"))
                .toList();
    }

    private static String first(Pattern pattern, String mail) {
        var found = pattern.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static long count(Map<String, String> subjects, String subject) {
        return subjects.values().stream().filter(subject::equals).count();
    }

    private void awaitStage(BroadcastId id, String stage) {
        watch.until(() -> stage(id).equals(stage));
    }

    private String stage(BroadcastId id) {
        return ask("select stage from broadcasts where id = ?", id);
    }

    private String wonBy(BroadcastId id) {
        return ask("select winner || ' ' || won_by from broadcasts where id = ?", id);
    }

    private String decides(BroadcastId id) {
        return ask("select coalesce(decides_at::text, 'never') from broadcasts where id = ?", id);
    }

    /** By all of its sample, and nothing of it is in the air. */
    private boolean hasComeBy(BroadcastId id) {
        return ask("""
            select (drained and not exists (select from broadcast_batches t
                where t.broadcast_id = b.id and not t.closed))::text from broadcasts b where id = ?\
            """, id).equals("true");
    }

    private String ask(String sql, BroadcastId id) {
        return jdbc.sql(sql).param(id.value()).query(String.class).single();
    }

    private void run(Runnable act) {
        WorkspaceScope.run(workspace.id(), act::run);
    }

    private <T> T in(Supplier<T> act) {
        return WorkspaceScope.call(workspace.id(), act::get);
    }
}
