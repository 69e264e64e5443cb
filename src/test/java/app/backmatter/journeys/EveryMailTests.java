package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.accounts.WorkspaceCreated;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.reminder.KeepReminders;
import app.backmatter.funnels.reminder.QuietHours;
import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.funnels.reminder.ReminderPlan;
import app.backmatter.funnels.reminder.RemindersAtWork;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.SendBroadcast;
import app.backmatter.mail.domain.SendTest;
import app.backmatter.mail.health.SendingStops;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.CouponFixtures;
import app.backmatter.support.DisputeFixtures;
import app.backmatter.support.DraftFixtures;
import app.backmatter.support.MailRules;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.ReadersFile;
import app.backmatter.support.SendingFixtures;
import app.backmatter.support.SmallZip;
import app.backmatter.support.SmtpSink;
import app.backmatter.support.TaxFixtures;
import app.backmatter.support.TestDns;
import app.backmatter.support.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** Has the example's readers walk every way while a mail server listens, and looks at each mail as it left. */
@BackmatterTest
class EveryMailTests {
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([0-9a-f-]{36})@");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    TaxFixtures taxes;

    @Autowired
    DraftFixtures drafts;

    @Autowired
    SendingFixtures sending;

    @Autowired
    KeepReminders keepReminders;

    @Autowired
    RemindersAtWork reminders;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    ReadersFile files;

    @Autowired
    Catalog catalog;

    @Autowired
    SendingStops stops;

    @Autowired
    SendTest test;

    @Autowired
    SendBroadcast broadcasts;

    @Autowired
    Funnels funnels;

    @Autowired
    Books books;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void isFitForEveryMailboxProvider() throws Exception {
        workspace = accounts.publishingWorkspace();
        sending.signs(workspace, "example.org");
        transaction.executeWithoutResult(status -> events.publishEvent(new WorkspaceCreated(workspace.id(), true)));
        var funnel = await().atMost(Duration.ofSeconds(30))
                .until(this::freeGift, found -> !found.isEmpty())
                .getFirst();
        taxes.included(workspace.id());
        coupons.limited(workspace.id(), "LAUNCH", 20, 50, 1);
        var code = WorkspaceScope.call(
                workspace.id(), () -> books.places().getFirst().link().code());
        try (var sink = SmtpSink.keeping();
                var server = new MailServerSwitch(mail, sink.port())) {
            remind(funnel);
            var pages =
                    new LivelyWorkspace(port, workspace, funnel, code, new Mailbox(jdbc, workspace.id())).comeAlive();
            broadcast();
            ask();
            for (var checkout : pages.get("/r/{token}/checkout/{step}")) {
                Browser.on(port).withHeader("User-Agent", LivelyWorkspace.PHONE).get(checkout);
            }
            readOnAnEReader();
            disputes.tell(workspace, orderOf("upsell@example.org"), State.OPEN, Money.of(1900, "USD"));
            stopSending();
            clock.advance(Duration.ofHours(2));
            reminders.remind();
            clock.advance(Duration.ofDays(8));
            await().untilAsserted(() -> assertThat(kinds()).contains("sequence-mail", "library-link"));
            await().until(() ->
                    count("select count(*) from account_messages where state in ('QUEUED', 'SENDING')") == 0);

            await().untilAsserted(() -> assertThat(kinds())
                    .contains(
                            "opt-in-confirmation",
                            "receipt",
                            "refund",
                            "present",
                            "already-yours",
                            "broadcast-test",
                            "checkout-reminder",
                            "e-reader",
                            "dispute",
                            "sending-stopped"));
            assertThat(problems(sink.kept())).isEmpty();
        }
    }

    private void broadcast() {
        var id = drafts.draft(
                workspace,
                "Größe: the map is out, {first_name|friend}",
                new Block.Text(
                        "Hello {first_name|friend},\n\n[look](https://example.com) at **this**.\n\n.a dot first"),
                new Block.Button("Look", "https://example.com/map"),
                new Block.Divider());
        WorkspaceScope.run(workspace.id(), () -> {
            test.send(id, false, workspace.owner().id());
            broadcasts.start(id);
        });
        await().until(() -> jdbc.sql("select state from broadcasts where id = ?")
                .param(id.value())
                .query(String.class)
                .single()
                .equals("SENT"));
    }

    private void remind(FunnelView funnel) {
        var reminder = new Reminder(1, true, 1, "Still {product}?", "Hello {first_name},\n\nit is here.", "Back", null);
        var others = IntStream.of(2, 3)
                .mapToObj(number -> new Reminder(number, false, 24 * number, "Again", "Hello", "Back", null));
        WorkspaceScope.run(
                workspace.id(),
                () -> keepReminders.keep(
                        funnel.id(),
                        new ReminderPlan(
                                Stream.concat(Stream.of(reminder), others).toList(), new QuietHours(0, 0))));
    }

    private void readOnAnEReader() {
        var bought = files.bought(workspace, "Book.epub", SmallZip.epub().bytes(), DeliveryTerms.USUAL);
        var file = WorkspaceScope.call(
                workspace.id(),
                () -> catalog.find(bought.product())
                        .orElseThrow()
                        .files()
                        .getFirst()
                        .id());
        Browser.on(port)
                .post(files.library(bought) + "/e-reader", Map.of("file", file.toString(), "email", "mary@kindle.com"));
    }

    private UUID orderOf(String email) {
        return jdbc.sql("select id from orders where workspace_id = ? and email = ? and number is not null")
                .params(workspace.id().value(), email)
                .query(UUID.class)
                .single();
    }

    private void stopSending() {
        jdbc.sql("insert into mail_days as d (workspace_id, day, domain, accepted, hard) values (?,"
                        + " current_date, '', 100, 50) on conflict (workspace_id, day, domain) do update set"
                        + " accepted = d.accepted + 100, hard = 50")
                .param(workspace.id().value())
                .update();
        WorkspaceScope.run(workspace.id(), stops::check);
    }

    /** For what people ask for by themselves. */
    private void ask() {
        var visitor = Browser.on(port);
        visitor.post("/library/" + workspace.slug(), Map.of("email", "buys@example.org"));
        visitor.post(
                "/password-reset", Map.of("email", workspace.owner().email().value()));
        Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .post(workspace.path("/members/invitations"), Map.of("email", "editor@example.org", "role", "EDITOR"));
    }

    private List<String> problems(List<String> kept) throws Exception {
        var kinds = marketing();
        var problems = new ArrayList<String>();
        int seen = 0;
        for (var message : kept) {
            var id = ID.matcher(message);
            if (!id.find()) {
                problems.add("no id of ours: " + message.substring(0, 200));
                continue;
            }
            var kind = kinds.get(id.group(1));
            if (kind != null) {
                seen++;
                var signedBy = kind.name().startsWith("account:") ? null : (Function<String, String>) TestDns::text;
                MailRules.problems(message, kind.marketing(), signedBy)
                        .forEach(problem -> problems.add(kind.name() + ": " + problem));
            }
        }
        assertThat(seen).isGreaterThan(25);
        return problems.stream().distinct().toList();
    }

    private record Kind(String name, boolean marketing) {}

    /** Of this workspace's mails, and those of accounts, by id. */
    private Map<String, Kind> marketing() {
        var kinds = new HashMap<String, Kind>();
        jdbc.sql("""
            select id, template, marketing from messages where workspace_id = :workspace
            union all select id, 'broadcast', true from broadcast_messages where workspace_id = :workspace
            union all select id, 'account:' || template, false from account_messages\
            """).param("workspace", workspace.id().value()).query(row -> {
            kinds.put(row.getString("id"), new Kind(row.getString("template"), row.getBoolean("marketing")));
        });
        return kinds;
    }

    private List<String> kinds() {
        return jdbc.sql("select distinct template from messages where workspace_id = ? and state = 'SENT'")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<FunnelView> freeGift() {
        return WorkspaceScope.call(
                workspace.id(),
                () -> funnels.all().stream()
                        .filter(funnel -> funnel.published() != null
                                && funnel.steps().getFirst().kind().equals("opt-in"))
                        .toList());
    }
}
