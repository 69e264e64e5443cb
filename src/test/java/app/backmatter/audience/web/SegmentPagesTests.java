package app.backmatter.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Segments made, changed and deleted without a script: by the buttons of the page. */
@BackmatterTest
class SegmentPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    SegmentFixtures fixtures;

    @Autowired
    SegmentStore segments;

    @Autowired
    Audience audience;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;

    @BeforeEach
    void twelveBuyersAndAStranger() {
        workspace = accounts.workspace();
        IntStream.range(0, 12).forEach(n -> tag(signUp("buyer%02d@example.com".formatted(n)), "buyer"));
        signUp("stranger@example.com");
    }

    @Test
    void countsAndShowsTenWhileRulesAreMade() throws Exception {
        var page = page(open("/segments/new"));
        assertThat(page.select("[data-people]").text()).contains("Fill in a rule");

        page = press(page, "count", Map.of("g0.c0.kind", "TAG"));
        assertThat(page.select(".field-error").text()).isEqualTo("Choose a tag.");
        page = press(page, "count", Map.of("g0.c0.value", "buyer"));
        assertThat(page.select("[data-people]").text()).contains("12 people", "buyer11@example.com");
        assertThat(page.select(".segment-sample li")).hasSize(10);

        page = press(page, "more 0", Map.of());
        page = press(page, "count", Map.of("g0.c1.kind", "NEVER_OPENED"));
        assertThat(page.select("[data-people]").text()).contains("12 people");
        page = press(page, "group", Map.of());
        page = press(page, "count", Map.of("join", "ANY"));
        assertThat(page.select("[data-people]").text())
                .as("a group without rules is none")
                .contains("12 people");
        page = press(page, "look", Map.of("g1.c0.kind", "STATUS"));
        page = press(page, "count", Map.of("g1.c0.value", "SUBSCRIBED", "join", "ALL"));
        assertThat(page.select("[data-people]").text()).contains("Nobody fits.");
        page = press(page, "count", Map.of("join", "ANY"));
        assertThat(page.select("[data-people]").text()).contains("12 people");
        page = press(page, "ungroup 0", Map.of());
        assertThat(page.select("[data-people]").text()).contains("Nobody fits.");
        page = press(page, "remove 0 0", Map.of());
        assertThat(page.select("[data-people]").text()).contains("Fill in a rule");
        assertThat(all()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAndOpensItAgain() throws Exception {
        var typed = fields(page(open("/segments/new")));
        typed.putAll(
                Map.of("name", " The  <b>best ", "g0.join", "ANY", "g0.c0.kind", "SPENT_LEAST", "g0.c0.was", "AMOUNT"));
        typed.put("g0.c0.value", "19.50");
        typed.putAll(Map.of("g0.c1.kind", "JOINED_SINCE", "g0.c1.was", "DATE", "g0.c1.value", "2026-02-28"));
        var saved = send("/segments", typed);
        assertThat(saved.getResponse().getStatus()).isEqualTo(302);
        var segment = all().getFirst();
        assertThat(segment.name()).isEqualTo("The <b>best");
        assertThat(segment.rule().toString()).contains("Spent", "ANY", "minorUnits=1950", "2026-02-28");

        var shown = page(open("/segments/" + segment.id()));
        assertThat(shown.text()).contains("Spent at least $19.50 or Came on or after Feb 28, 2026", "13 people");
        var edit = page(open("/segments/" + segment.id() + "/edit"));
        assertThat(fields(edit)).containsAllEntriesOf(typedAgain(typed));
        send("/segments/" + segment.id(), with(fields(edit), "name", "Others"));
        assertThat(all()).hasSize(1).first().extracting(Segment::name).isEqualTo("Others");
    }

    @Test
    void saysBesideTheFieldsWhatIsWrong() throws Exception {
        fixtures.tagged(workspace.id(), "Buyers", "buyer");
        for (var wrong : List.of(
                List.of("", "TAG", "TAG", "buyer", "Give it a name"),
                List.of("buyers", "TAG", "TAG", "buyer", "Another segment has this name."),
                List.of("x", "", "", "", "Choose a rule"),
                List.of("x", "NONSENSE", "", "", "Choose a rule"),
                List.of("x", "SPENT_LEAST", "AMOUNT", "-1", "Type an amount"),
                List.of("x", "ORDERS_LEAST", "NUMBER", "99999999999", "Type a whole number"),
                List.of("x", "JOINED_BEFORE", "DATE", "2026-02-30", "Choose a day"),
                List.of("x", "OPENED_WITHIN", "DAYS", "0", "Type a number of days"),
                List.of("x", "COUNTRY", "COUNTRY", "XX", "Choose a country"),
                List.of("x", "BOUGHT", "PRODUCT", "1' or true", "Choose a product"),
                List.of("x", "FIRST_CAMPAIGN", "CAMPAIGN", "c".repeat(101), "Type the campaign"))) {
            var typed = Map.of(
                    "name", wrong.get(0),
                    "g0.join", "ALL",
                    "g0.c0.kind", wrong.get(1),
                    "g0.c0.was", wrong.get(2),
                    "g0.c0.value", wrong.get(3));
            var answer = send("/segments", typed);
            assertThat(answer.getResponse().getStatus()).as(wrong.toString()).isEqualTo(422);
            assertThat(page(answer).select("form").text()).contains(wrong.get(4));
        }
        assertThat(all()).hasSize(1);
        var odd = send("/segments", Map.of("do", "remove 99 x", "g0.join", "?", "g0.c0.kind", "\u0000"));
        assertThat(odd.getResponse().getStatus()).isIn(200, 400);
    }

    @Test
    void listsAndExportsItsPeopleAndIsOfferedAboveTheContacts() throws Exception {
        var segment = fixtures.tagged(workspace.id(), "Buyers", "buyer");
        assertThat(page(open("/segments")).text()).contains("Buyers 12 people", "Has the tag “buyer”");
        assertThat(page(open("/segments/" + segment)).select("tbody tr")).hasSize(12);
        var list = page(open("/contacts?segment=" + segment));
        assertThat(list.select("tbody tr")).hasSize(12);
        assertThat(list.select("#segment option[selected]").text()).isEqualTo("Buyers");
        var csv = open("/contacts/export?segment=" + segment).getResponse().getContentAsString();
        assertThat(csv.lines()).hasSize(13).noneMatch(line -> line.contains("stranger"));
    }

    @Test
    void deletesWhatNothingNeedsAfterAsking() throws Exception {
        var segment = fixtures.tagged(workspace.id(), "Buyers", "buyer");
        assertThat(page(open("/segments/" + segment + "/deletion")).text()).contains("Delete the segment Buyers?");
        assertThat(all()).hasSize(1);
        send("/segments/" + segment + "/deletion", Map.of());
        assertThat(all()).isEmpty();
    }

    /** What the next page says of it, as a browser without a script would send it. */
    private Document press(Document page, String button, Map<String, String> typed) throws Exception {
        var fields = fields(page);
        fields.putAll(typed);
        fields.put("do", button);
        var answer = send("/segments", fields);
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return page(answer);
    }

    private static Map<String, String> fields(Document page) {
        var fields = new LinkedHashMap<String, String>();
        for (Element field : page.select("form[data-segment] [name]:not(button)")) {
            fields.put(
                    field.attr("name"),
                    field.is("select") ? field.select("option[selected]").attr("value") : field.val());
        }
        return fields;
    }

    private static Map<String, String> typedAgain(Map<String, String> typed) {
        return with(typed, "name", "The <b>best");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private List<Segment> all() {
        return WorkspaceScope.call(workspace.id(), segments::all);
    }

    private ContactId signUp(String email) {
        var signUp = SignUpMother.ana(workspace.id(), Instant.now()).withEmail(email);
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private void tag(ContactId contact, String tag) {
        WorkspaceScope.run(workspace.id(), () -> audience.tag(contact, tag, Instant.now()));
    }

    private MvcResult open(String path) throws Exception {
        return ask(get(workspace.path(path)));
    }

    private MvcResult send(String path, Map<String, String> fields) throws Exception {
        var request = post(workspace.path(path));
        fields.forEach(request::param);
        return ask(request);
    }

    private MvcResult ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(workspace.owner().signedIn())).andReturn();
    }

    private static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
