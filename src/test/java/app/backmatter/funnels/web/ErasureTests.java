package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An erased person is nowhere in the database, whatever they did before; what was sold stays. */
@BackmatterTest
class ErasureTests {
    private static final String DECLINED = "4000000000000002";
    private static final String PAYS = "4242424242424242";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    Sequences sequences;

    @Autowired
    Audience audience;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    TestWorkspace workspace;
    ReaderBrowser browser;
    PublishedRevision revision;
    String who;

    @BeforeEach
    void publish() {
        workspace = accounts.workspace();
        browser = new ReaderBrowser(port);
        revision = funnels.publish(
                workspace,
                "gift",
                ReaderFunnels.followedUp(
                        ReaderFunnels.freeGift(),
                        sequence(SequencePurpose.BUYERS),
                        sequence(SequencePurpose.NON_BUYERS)));
        who = "zoe" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void leavesNothingOfABuyerButTheSale() throws Exception {
        var way = signUp(address(), "Zoe " + who);
        confirm();
        pay(way, address(), DECLINED);
        pay(way, address(), PAYS);

        erase(address());

        await().untilAsserted(() -> assertThat(mentions()).isEmpty());
        var orders = mvc.perform(
                        get(workspace.path("/orders")).with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(orders).contains("$19", "Erased at the person’s wish").doesNotContain("person.invalid");
        assertThat(browser.get(way).status()).isEqualTo(404);
    }

    @Test
    void leavesNothingOfWhoOnlyTypedAnAddressOnSomebodyElsesWay() throws Exception {
        var way = signUp("ben@example.com", "Ben");
        pay(way, address(), DECLINED);

        erase(address());

        await().untilAsserted(() -> assertThat(mentions()).isEmpty());
        assertThat(browser.get(way).status()).isEqualTo(200);
    }

    /** The tables in which the person still stands, in whatever column. */
    private List<String> mentions() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from %s t where strpos(t::text, ?) > 0)".formatted(table))
                        .param(who)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private void erase(String email) throws Exception {
        assertThat(mentions()).contains("contacts", "orders", "typed_checkouts");
        ContactId contact = WorkspaceScope.call(workspace.id(), () -> audience.find(new EmailAddress(email)))
                .orElseThrow()
                .id();
        mvc.perform(post(workspace.path("/contacts/" + contact + "/deletion"))
                .with(workspace.owner().signedIn()));
    }

    private String address() {
        return who + "@example.com";
    }

    private SequenceId sequence(SequencePurpose purpose) {
        var mail = new NewSequence.Mail(3, "Hello {first_name}", "Still there: {offer_link}", "Look again");
        return WorkspaceScope.call(
                workspace.id(), () -> sequences.create(new NewSequence("Letters", purpose, List.of(mail))));
    }

    private String signUp(String email, String name) {
        return browser.post("/p/" + workspace.slug() + "/gift", "email", email, "firstName", name)
                .location();
    }

    private void confirm() {
        browser.post(new Mailbox(jdbc, workspace.id())
                .waitForOneTo(address(), "Please confirm")
                .button());
    }

    private void pay(String way, String email, String card) {
        browser.post(
                way + "/checkout/"
                        + ReaderFunnels.step(revision, Tripwire.class).id(),
                "email",
                email,
                "name",
                "Zoe " + who,
                "number",
                card,
                "expiry",
                "12/49",
                "cvc",
                "123");
    }
}
