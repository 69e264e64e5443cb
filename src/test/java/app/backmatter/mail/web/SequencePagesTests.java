package app.backmatter.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
    MockMvc mvc;

    TestWorkspace workspace;
    String sequence;

    @BeforeEach
    void makeSequence() throws Exception {
        workspace = fixtures.workspace();
        sequence = location(send(workspace.path("/mail/sequences"), "name", "Follow-up"));
    }

    @Test
    void anAuthorPutsStepsTogetherMovesAndRemovesThem() throws Exception {
        assertThat(text(sequence)).contains("Nothing stands in it yet").contains("Not running");
        send(sequence + "/mails", "subject", "First");
        send(sequence + "/parts", "kind", "for", "amount", "3", "unit", "DAYS", "at", "09:00");
        send(sequence + "/mails", "subject", "Second");
        send(sequence + "/parts", "kind", "weekday", "days", "MONDAY", "days", "FRIDAY", "at", "08:30", "place", "0");
        send(sequence + "/parts", "kind", "date", "date", "2027-01-15", "at", "10:00", "place", "1");
        assertThat(titles())
                .containsExactly(
                        "Wait until Monday, Friday, 08:30",
                        "Wait until Jan 15, 2027, 10:00",
                        "First",
                        "Wait 3 days, until 09:00",
                        "Second");

        var first = id(2);
        send(sequence + "/parts/" + first + "/moves", "to", "up");
        assertThat(titles()).startsWith("Wait until Monday, Friday, 08:30", "First");
        send(sequence + "/parts/" + first + "/moves", "to", "down");
        assertThat(text(sequence + "/parts/" + id(0) + "/deletion")).contains("Nobody is at it");
        send(sequence + "/parts/" + id(0) + "/deletion");
        assertThat(titles()).hasSize(4).doesNotContain("Wait until Monday, Friday, 08:30");

        var wait = sequence + "/parts/" + id(2);
        send(wait, "kind", "for", "amount", "12", "unit", "HOURS", "version", "0");
        assertThat(titles()).contains("Wait 12 hours");
        send(wait, "kind", "for", "amount", "2", "unit", "DAYS", "version", "0").andExpect(status().isConflict());
        assertThat(titles()).contains("Wait 12 hours");
    }

    @Test
    void aConditionNamesWhereTheOthersGoOn() throws Exception {
        send(sequence + "/mails", "subject", "First");
        send(sequence + "/mails", "subject", "For fans");
        send(sequence + "/mails", "subject", "For all");
        send(
                sequence + "/parts",
                "kind",
                "condition",
                "asks",
                "CLICKED:" + id(0),
                "is",
                "no",
                "otherwise",
                id(2).toString(),
                "place",
                "1");
        assertThat(text(sequence))
                .contains("Go on only if the reader followed no link in “First”")
                .contains("The others: 4 · For all", "2 · Condition");

        send(sequence + "/parts/" + id(3) + "/deletion");
        assertThat(text(sequence)).contains("The others: leave the sequence");
        send(sequence + "/parts/" + id(0) + "/deletion");
        assertThat(text(sequence)).contains("something that is gone").contains("Choose another one");
    }

    @Test
    void startsPausesCopiesRenamesAndDeletes() throws Exception {
        send(sequence + "/mails", "subject", "First");
        send(sequence + "/resumption");
        assertThat(text(sequence)).contains("Running");
        send(sequence + "/pause");
        assertThat(text(sequence)).contains("Not running");
        send(sequence + "/name", "name", "Welcome");
        send(sequence + "/rules", "way", "EXIT", "when", "TAGGED:", "tag", "vip");
        var copy = location(send(sequence + "/copies"));
        assertThat(text(copy)).contains("Welcome, copy").contains("First").contains("gets the tag vip");
        send(copy + "/deletion").andExpect(status().is3xxRedirection());
        open(copy).andExpect(status().isNotFound());
    }

    @Test
    void writesMailsInBlocks() throws Exception {
        var mail = location(send(sequence + "/mails", "subject", "For {first_name}"));
        send(
                mail,
                "version",
                "0",
                "subject",
                "For {first_name}",
                "blocks[0].kind",
                "text",
                "blocks[0].markdown",
                "Hello {first_name}, ${1234*5678} <script>x</script>",
                "blocks[1].kind",
                "button",
                "blocks[1].label",
                "Look",
                "blocks[1].link",
                "{offer_link}");
        open(mail + "/document")
                .andExpect(content().string(Matchers.containsString("Hello Mary, ${1234*5678}")))
                .andExpect(content().string(Matchers.containsString("/r/example")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<script"))));
        assertThat(text(mail + "/preview?as=text")).contains("Look");
        send(mail, "version", "0", "subject", "Stale").andExpect(status().isConflict());
        send(mail, "version", "1", "subject", "Hi {name}", "act", "test").andExpect(status().is3xxRedirection());
        assertThat(text(mail)).contains("nothing to fill in for {name}").contains("{gift_link}");
        assertThat(text(sequence)).contains("missing or wrong");
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() throws Exception {
        send(sequence + "/parts", "kind", "for", "amount", "0", "unit", "DAYS", "at", "25:00")
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("a whole number from 1 to 365")))
                .andExpect(content().string(Matchers.containsString("25:00")));
        send(sequence + "/parts", "kind", "weekday", "at", "").andExpect(status().is(422));
        send(sequence + "/parts", "kind", "date", "date", "soon").andExpect(status().is(422));
        send(sequence + "/parts", "kind", "condition", "asks", "BOUGHT:x", "otherwise", "x")
                .andExpect(status().is(422));
        send(sequence + "/parts", "kind", "condition", "asks", "TAGGED:").andExpect(status().is(422));
        send(sequence + "/parts").andExpect(status().is(422));
        send(sequence + "/mails").andExpect(status().is(422));
        send(workspace.path("/mail/sequences"), "name", " ").andExpect(status().is(422));
        send(sequence + "/rules", "when", "SIGNED_UP:/nowhere").andExpect(status().is3xxRedirection());
        send(sequence + "/rules", "when", "TAGGED:", "tag", "").andExpect(status().is3xxRedirection());
        assertThat(titles()).isEmpty();
    }

    private List<String> titles() throws Exception {
        return page(sequence).select(".line-step h3").eachText();
    }

    private UUID id(int place) throws Exception {
        var step = page(sequence).select(".line > li[id^=step-]").get(place).id();
        return UUID.fromString(step.substring("step-".length()));
    }

    private String text(String path) throws Exception {
        return page(path).text();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                open(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private static String location(ResultActions answer) throws Exception {
        return Objects.requireNonNull(answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
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
