package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.domain.SequenceMail;
import app.backmatter.mail.domain.SequenceMails;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@BackmatterTest
class SequencePagesTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    SequenceMails mails;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    String sequence;

    @BeforeEach
    void makeSequence() throws Exception {
        workspace = fixtures.workspace();
        sequence = send(workspace.path("/mail/sequences"), "name", "Follow-up", "purpose", "NON_BUYERS")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void anAuthorWritesChangesAndRemovesMails() throws Exception {
        open(sequence).andExpect(content().string(Matchers.containsString("No mails yet")));
        add("0", "First", "Hello {first_name},");
        add("3", "Second", "Still there?");
        send(sequence + "/mails", "at", "1", "waitDays", "1", "subject", "Between", "markdown", "Hm", "button", "Look");
        assertThat(mails()).extracting(SequenceMail::subject).containsExactly("First", "Between", "Second");

        var second = mails().get(2).id();
        send(sequence + "/mails/" + second, "waitDays", "9", "subject", "Last", "markdown", "Bye", "button", "")
                .andExpect(status().is3xxRedirection());
        open(sequence + "/mails/" + mails().get(1).id() + "/deletion")
                .andExpect(content().string(Matchers.containsString("Between")));
        send(sequence + "/mails/" + mails().get(1).id() + "/deletion");
        assertThat(mails()).extracting(SequenceMail::waitDays).containsExactly(0, 9);
        open(sequence).andExpect(content().string(Matchers.containsString("9 days later")));
    }

    @Test
    void showsTheMailAsAReaderGetsIt() throws Exception {
        add("0", "For {first_name}", "Hello {first_name}, ${1234*5678} <script>x</script>");
        var mail = sequence + "/mails/" + mails().getFirst().id();
        open(mail).andExpect(status().isOk());
        open(mail + "/document")
                .andExpect(content().string(Matchers.containsString("Hello Mary, ${1234*5678}")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<script"))));
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() throws Exception {
        send(sequence + "/mails", "waitDays", "x", "subject", "Hi {name}", "markdown", "", "button", "b".repeat(61))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("Hi {name}")))
                .andExpect(content().string(Matchers.containsString("nothing to fill in for {name}")))
                .andExpect(content().string(Matchers.containsString("a whole number from 0 to 365")))
                .andExpect(content().string(Matchers.containsString("Write something")))
                .andExpect(content().string(Matchers.containsString("at most 60 characters")));
        send(workspace.path("/mail/sequences"), "name", " ", "purpose", "EVERYBODY")
                .andExpect(status().is(422));
        send(workspace.path("/mail/sequences")).andExpect(status().is(422));
        assertThat(mails()).isEmpty();
    }

    @Test
    void othersReachNothing() throws Exception {
        add("0", "First", "Hello");
        var other = fixtures.workspace();
        var id = sequence.substring(sequence.lastIndexOf('/'));
        var mail = id + "/mails/" + mails().getFirst().id();
        for (var path : List.of(id, mail, mail + "/document", mail + "/deletion", id + "/mails/new")) {
            mvc.perform(get(other.path("/mail/sequences" + path))
                            .with(other.owner().signedIn()))
                    .andExpect(status().isNotFound());
        }
        for (var path : List.of(mail, mail + "/deletion", id + "/mails")) {
            mvc.perform(post(other.path("/mail/sequences" + path))
                            .param("waitDays", "1")
                            .param("subject", "Stolen")
                            .param("markdown", "Stolen")
                            .with(other.owner().signedIn())
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        assertThat(mails()).extracting(SequenceMail::subject).containsExactly("First");
    }

    private void add(String wait, String subject, String markdown) throws Exception {
        send(sequence + "/mails", "waitDays", wait, "subject", subject, "markdown", markdown, "button", "Look")
                .andExpect(status().is3xxRedirection());
    }

    private List<SequenceMail> mails() {
        var id = UUID.fromString(sequence.substring(sequence.lastIndexOf('/') + 1));
        return WorkspaceScope.call(workspace.id(), () -> mails.of(new SequenceId(id)));
    }

    private ResultActions open(String path) throws Exception {
        return mvc.perform(get(path).with(workspace.owner().signedIn()));
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(path).with(workspace.owner().signedIn()).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
