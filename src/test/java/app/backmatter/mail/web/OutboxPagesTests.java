package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.mail.Outbox;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestLetter;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class OutboxPagesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = fixtures.workspace();
    }

    @Test
    void saysThatMailsAreKept() throws Exception {
        open("/mail")
                .andExpect(content()
                        .string(Matchers.containsString("No mail server is set: mails are kept here and not sent.")));
    }

    @Test
    void showsAMailAsItsReaderSeesItButRunsNothing() throws Exception {
        var id = mail("<script>alert(1)</script>", "ana@example.com");

        open("/mail").andExpect(content().string(Matchers.containsString("&lt;script&gt;alert(1)&lt;/script&gt;")));
        open("/mail/" + id)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Matchers.endsWith("frame-src 'self'")));
        open("/mail/" + id + "/document")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("sandbox")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<script"))));
    }

    @Test
    void findsByAddressAndState() throws Exception {
        mail("To Ana", "ana@example.com");
        mail("To Ben", "ben@example.com");

        open("/mail?q=BEN@&state=KEPT")
                .andExpect(content().string(Matchers.containsString("To Ben")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("To Ana"))));
        open("/mail?state=SENT").andExpect(content().string(Matchers.containsString("No mail fits")));
        open("/mail?state=nonsense&q=%25").andExpect(status().isOk());
        open("/mail?before=nonsense").andExpect(status().isNotFound());
    }

    @Test
    void showsPrivateLinksOfAKeptMailButOfNoneThatWasSent() throws Exception {
        var secret = "https://books.example/library/ada-quill/s3cr3t-token";
        outbox.queue(List.of(TestLetter.to(
                workspace.id(),
                null,
                "ana@example.com",
                false,
                Map.of("subject", "Yours", "body", "Here: <" + secret + ">", "url", secret))));
        new Mailbox(jdbc, workspace.id()).waitForOneTo("ana@example.com");
        var id = jdbc.sql("select id from messages where workspace_id = ?")
                .param(workspace.id().value())
                .query(UUID.class)
                .single();
        open("/mail/" + id + "/document").andExpect(content().string(Matchers.containsString(secret)));

        for (var state : List.of("SENT", "QUEUED", "FAILED")) {
            jdbc.sql("update messages set state = ?, due_at = now() + interval '1 day' where id = ?")
                    .params(state, id)
                    .update();
            for (var page : List.of("/mail/" + id, "/mail/" + id + "/document")) {
                open(page)
                        .andExpect(status().isOk())
                        .andExpect(content().string(Matchers.not(Matchers.containsString("s3cr3t"))))
                        .andExpect(content().string(Matchers.containsString("library/ada-quill/…")));
            }
        }
    }

    @Test
    void anotherWorkspacesMailIsNotThere() throws Exception {
        var id = mail("Private", "ana@example.com");
        var other = fixtures.workspace();
        for (var path : List.of("/mail/" + id, "/mail/" + id + "/document")) {
            mvc.perform(get(other.path(path)).with(other.owner().signedIn())).andExpect(status().isNotFound());
            mvc.perform(get(workspace.path(path)).with(other.owner().signedIn()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get(other.path("/mail")).with(other.owner().signedIn()))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Private"))));
    }

    @Test
    void aLetterThatCannotBeWrittenStillHasAPage() throws Exception {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into messages (id, workspace_id, recipient, template, fields, key, marketing, state, due_at, queued_at)
            values (?, ?, 'ana@example.com', 'no-such-template', '{}', 'k', false, 'QUEUED', now() + interval '1 day', now())\
            """).params(id, workspace.id().value()).update();
        open("/mail/" + id).andExpect(status().isOk());
        open("/mail/" + id + "/document").andExpect(status().isNotFound());
    }

    private UUID mail(String subject, String to) {
        outbox.queue(
                List.of(TestLetter.to(workspace.id(), null, to, false, Map.of("subject", subject, "body", subject))));
        new Mailbox(jdbc, workspace.id()).waitForOneTo(to);
        var id = jdbc.sql("select id from messages where workspace_id = ? and recipient = ?")
                .params(workspace.id().value(), to)
                .query(UUID.class)
                .single();
        assertThat(id).isNotNull();
        return id;
    }

    private ResultActions open(String path) throws Exception {
        return mvc.perform(
                get(URI.create(workspace.path(path))).with(workspace.owner().signedIn()));
    }
}
