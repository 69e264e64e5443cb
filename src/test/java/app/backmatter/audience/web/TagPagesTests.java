package app.backmatter.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.Purchase;
import app.backmatter.audience.Purchases;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SignUpMother;
import app.backmatter.audience.domain.ContactFilter;
import app.backmatter.audience.domain.ContactList;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.SegmentFixtures;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Tags by hand, for many at once, and by rules; each change stays in its workspace. */
@BackmatterTest
class TagPagesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    SegmentFixtures segments;

    @Autowired
    Audience audience;

    @Autowired
    Purchases purchases;

    @Autowired
    MailActivity mailActivity;

    @Autowired
    ContactList list;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;
    TestWorkspace other;
    ContactId ana;
    ContactId ben;
    ContactId stranger;

    @BeforeEach
    void twoReadersAndOneElsewhere() {
        workspace = accounts.workspace();
        other = accounts.workspace();
        ana = signUp(workspace, "ana@example.com");
        ben = signUp(workspace, "ben@example.com");
        stranger = signUp(other, "ana@example.com");
        tag(workspace, ana, "early");
        tag(other, stranger, "early");
    }

    @Test
    void countsRenamesAndMergesInSegmentsToo() throws Exception {
        tag(workspace, ben, "fan");
        var segment = segments.tagged(workspace.id(), "Early ones", "early");
        assertThat(look("/tags")).contains("early 1 person", "fan 1 person");

        send("/tags/renaming", "tag", "early", "name", " first <b>");
        assertThat(tags(workspace, ana)).containsExactly("first <b>");
        assertThat(in(segment)).isEqualTo(1);

        assertThat(send("/tags/renaming", "tag", "first <b>", "name", "fan"))
                .contains("Merge first <b> into fan?", "One person has it.");
        assertThat(tags(workspace, ana)).containsExactly("first <b>");
        send("/tags/renaming", "tag", "first <b>", "name", "fan", "sure", "true");
        assertThat(tags(workspace, ana)).containsExactly("fan");
        assertThat(in(segment)).isEqualTo(2);
        assertThat(tags(other, stranger)).containsExactly("early");
    }

    @Test
    void deletesAfterAskingAndNamesTheSegmentsThatAskForIt() throws Exception {
        segments.tagged(workspace.id(), "Early ones", "early");
        assertThat(send("/tags/deletion", "tag", "early")).contains("Delete the tag early?", "Early ones");
        assertThat(tags(workspace, ana)).containsExactly("early");
        send("/tags/deletion", "tag", "early", "sure", "true");
        assertThat(tags(workspace, ana)).isEmpty();
        assertThat(tags(other, stranger)).containsExactly("early");
    }

    @Test
    void givesATagToAWholeListAfterAsking() throws Exception {
        assertThat(send("/contacts/tagging", "tag", "early", "give", "seen")).contains("Give one person the tag seen?");
        assertThat(tags(workspace, ana)).containsExactly("early");
        send("/contacts/tagging", "tag", "early", "give", "seen", "sure", "true");
        assertThat(tags(workspace, ana)).containsExactly("early", "seen");
        assertThat(tags(workspace, ben)).isEmpty();

        var segment = segments.tagged(workspace.id(), "Early ones", "early");
        send("/contacts/tagging", "segment", segment.toString(), "give", "again", "sure", "true");
        send("/contacts/tagging", "give", "all", "sure", "true");
        assertThat(tags(workspace, ana)).containsExactly("again", "all", "early", "seen");
        assertThat(tags(workspace, ben)).containsExactly("all");
        assertThat(tags(other, stranger)).containsExactly("early");
        send("/contacts/tagging", "give", "x".repeat(61), "sure", "true");
        send("/contacts/tagging", "give", "nobody", "segment", SegmentId.next().toString(), "sure", "true");
        assertThat(tags(workspace, ben)).containsExactly("all");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var page = refused("/tags/rules", "event", "CLICKED", "subject", "https://example.org/a", "tag", " ");
        assertThat(page.select("#subject-CLICKED").val()).isEqualTo("https://example.org/a");
        assertThat(page.select("#tag-CLICKED + .field-error").text()).contains("1 to 60 characters");
        assertThat(page.select(".field-error")).hasSize(1);

        page = refused("/tags/rules", "event", "BOUGHT", "subject", "", "tag", "<b>owner");
        assertThat(page.select("#tag-BOUGHT").val()).isEqualTo("<b>owner");
        assertThat(page.select("#subject-BOUGHT ~ .field-error").text()).contains("Choose a product");

        page = refused("/tags/renaming", "tag", "early", "name", "x".repeat(61));
        assertThat(page.select("[name=name][aria-invalid]").val()).isEqualTo("x".repeat(61));
        assertThat(page.select("#name-error").text()).contains("1 to 60 characters");
    }

    private Document refused(String path, String... fields) throws Exception {
        var request = post(workspace.path(path)).with(workspace.owner().signedIn());
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString());
    }

    private int answer(String path, String... fields) throws Exception {
        var request = post(workspace.path(path)).with(workspace.owner().signedIn());
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    @Test
    void tagsByWhatPeopleDo() throws Exception {
        var product = Ids.next();
        send("/tags/rules", "event", "BOUGHT", "subject", product.toString(), "tag", "owner");
        send("/tags/rules", "event", "SIGNED_UP", "subject", "/p/ana/gift", "tag", "gifted");
        send("/tags/rules", "event", "CLICKED", "subject", "https://example.org/a", "tag", "curious");
        assertThat(answer("/tags/rules", "event", "NONSENSE", "subject", "x", "tag", "never"))
                .isEqualTo(404);
        assertThat(look("/tags"))
                .contains("gets the tag “owner”", "gets the tag “gifted”")
                .doesNotContain("never");
        assertThat(tags(workspace, ben)).isEmpty();

        var cara = signUp(workspace, "cara@example.com");
        var order = Ids.next();
        buy(ben, order, product);
        WorkspaceScope.run(
                workspace.id(), () -> mailActivity.clicked("https://example.org/a", List.of(ana, ben), Instant.now()));
        assertThat(tags(workspace, cara)).containsExactly("gifted");
        assertThat(tags(workspace, ben)).containsExactly("curious", "owner");
        assertThat(tags(workspace, ana)).containsExactly("curious", "early");
        assertThat(signUpTags(other)).isEmpty();

        WorkspaceScope.run(workspace.id(), () -> list.tags());
        send("/contacts/" + ben + "/tags/deletion", "tag", "owner");
        buy(ben, order, product);
        assertThat(tags(workspace, ben)).as("told again, it is no new purchase").containsExactly("curious");

        send("/tags/renaming", "tag", "gifted", "name", "given");
        assertThat(tags(workspace, signUp(workspace, "dan@example.com"))).containsExactly("given");
        send("/tags/deletion", "tag", "given", "sure", "true");
        assertThat(tags(workspace, signUp(workspace, "eve@example.com"))).isEmpty();
    }

    private Set<String> signUpTags(TestWorkspace owner) {
        return tags(owner, signUp(owner, "new@example.com"));
    }

    private void buy(ContactId contact, UUID order, UUID product) {
        var purchase = new Purchase(contact, order, Set.of(product), Money.of(900, "USD"), "", Instant.now());
        WorkspaceScope.run(workspace.id(), () -> purchases.keep(purchase));
    }

    private long in(SegmentId segment) {
        return WorkspaceScope.call(workspace.id(), () -> list.count(ContactFilter.of(segment)));
    }

    private Set<String> tags(TestWorkspace owner, ContactId contact) {
        return WorkspaceScope.call(owner.id(), () -> audience.find(contact))
                .orElseThrow()
                .tags();
    }

    private void tag(TestWorkspace owner, ContactId contact, String tag) {
        WorkspaceScope.run(owner.id(), () -> audience.tag(contact, tag, Instant.now()));
    }

    private ContactId signUp(TestWorkspace owner, String email) {
        var signUp = SignUpMother.ana(owner.id(), Instant.now()).withEmail(email);
        return audience.signUp(List.of(signUp.build())).getFirst().contact();
    }

    private String look(String path) throws Exception {
        var answer = mvc.perform(
                        get(workspace.path(path)).with(workspace.owner().signedIn()))
                .andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString()).text();
    }

    private String send(String path, String... fields) throws Exception {
        var request = post(workspace.path(path)).with(workspace.owner().signedIn());
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isIn(200, 302);
        return Jsoup.parse(answer.getContentAsString()).text();
    }
}
