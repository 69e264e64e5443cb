package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.domain.ManageMembers;
import app.backmatter.accounts.domain.Member;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AccountMails;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@BackmatterTest
class MembersTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    AccountMails mails;

    @Autowired
    ManageMembers members;

    @Autowired
    JavaMailSenderImpl sender;

    @LocalServerPort
    int port;

    @Test
    void letsAnInvitedStrangerMakeAnAccount() {
        var workspace = fixtures.workspace();
        var email = new EmailAddress("finn-" + UUID.randomUUID() + "@example.org");
        var path = invite(workspace, email, Role.VIEWER);

        var browser = Browser.on(port).get(path);
        assertThat(browser.body()).contains(email.value()).contains("Viewer");
        assertThat(members.of(workspace.id())).as("a GET lets nobody in").hasSize(1);

        browser.post(
                path + "/account",
                Map.of("name", "Finn", "password", "a password for finn", "role", "OWNER", "email", "x@example.org"));
        assertThat(browser.location()).isEqualTo(workspace.path(""));
        assertThat(browser.get(workspace.path("/more")).status()).isEqualTo(200);
        assertThat(browser.get(workspace.path("/settings")).status()).isEqualTo(403);
        assertThat(member(workspace, email).role())
                .as("as invited, not as posted")
                .isEqualTo(Role.VIEWER);

        assertThat(Browser.on(port).get(path).status()).as("used").isEqualTo(410);
    }

    @Test
    void letsOnlyTheInvitedAccountJoin() {
        var workspace = fixtures.workspace();
        var invited = fixtures.stranger();
        var path = invite(workspace, invited.email(), Role.EDITOR);

        var other = as(fixtures.stranger()).post(path + "/membership", Map.of());
        assertThat(other.status()).isEqualTo(410);
        var fresh = Browser.on(port).post(path + "/account", Map.of("name", "X", "password", "takes the account"));
        assertThat(fresh.location()).isEqualTo(path);
        assertThat(fresh.follow().body()).contains("There is an account for");
        assertThat(members.of(workspace.id())).hasSize(1);

        assertThat(as(invited).post(path + "/membership", Map.of()).location()).isEqualTo(workspace.path(""));
        assertThat(member(workspace, invited.email()).role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void makesOneAccountOfTwoInvitationsThatAreAcceptedAtOnce() throws Exception {
        var email = new EmailAddress("finn-" + UUID.randomUUID() + "@example.org");
        var one = invite(fixtures.workspace(), email, Role.EDITOR);
        var other = invite(fixtures.workspace(), email, Role.EDITOR);
        var fields = Map.of("name", "Finn", "password", "a password for finn");
        List<Browser> answers;
        try (var threads = Executors.newFixedThreadPool(4)) {
            answers = threads
                    .invokeAll(Stream.of(one, one, other, other)
                            .<Callable<Browser>>map(
                                    path -> () -> Browser.on(port).post(path + "/account", fields))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers).extracting(Browser::status).containsOnly(302, 410);
        assertThat(answers)
                .extracting(Browser::location)
                .filteredOn(location -> location.startsWith("/w/"))
                .as("let in")
                .hasSize(1);
        assertThat(answers)
                .extracting(Browser::location)
                .filteredOn(location -> location.startsWith("/invitations/"))
                .as("asked to sign in with the account that is there now")
                .isNotEmpty()
                .first()
                .satisfies(path -> assertThat(Browser.on(port).get(path).body()).contains("There is an account for"));
    }

    @Test
    void showsTheOwnersTheLinkWhileNoMailLeaves() {
        var workspace = fixtures.workspace();
        var path = invite(workspace, new EmailAddress("guest@example.org"), Role.VIEWER);
        var page = as(workspace.owner()).get(workspace.path("/members")).body();
        var link = Jsoup.parse(page).select("code").text();
        assertThat(link).endsWith(path);
        assertThat(Browser.on(port).get(path).status()).isEqualTo(200);

        try (var server = new MailServerSwitch(sender, 1)) {
            assertThat(as(workspace.owner()).get(workspace.path("/members")).body())
                    .contains("guest@example.org")
                    .doesNotContain(path);
        }
    }

    @Test
    void invitesNobodyTwice() {
        var workspace = fixtures.workspace();
        var email = workspace.owner().email().value();
        var browser = as(workspace.owner())
                .post(workspace.path("/members/invitations"), Map.of("email", email, "role", "VIEWER"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).contains("member already");

        var first = invite(workspace, new EmailAddress("guest@example.org"), Role.VIEWER);
        invite(workspace, new EmailAddress("guest@example.org"), Role.EDITOR);
        assertThat(Browser.on(port).get(first).status()).as("replaced").isEqualTo(410);
    }

    @Test
    void changesRolesAndRemovesAtOnce() {
        var workspace = fixtures.workspace();
        var person = fixtures.member(workspace, Role.VIEWER);
        var id = member(workspace, person.email()).id();
        var owner = as(workspace.owner());

        owner.post(workspace.path("/members/" + id + "/role"), Map.of("role", "OWNER"));
        assertThat(as(person).get(workspace.path("/members")).status()).isEqualTo(200);

        owner.post(workspace.path("/members/" + id + "/deletion"), Map.of());
        assertThat(as(person).get(workspace.path("/more")).status()).isEqualTo(404);
    }

    @Test
    void keepsTheLastOwner() {
        var workspace = fixtures.workspace();
        var id = member(workspace, workspace.owner().email()).id();
        var owner = as(workspace.owner());
        assertThat(owner.post(workspace.path("/members/" + id + "/deletion"), Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(owner.post(workspace.path("/members/" + id + "/role"), Map.of("role", "VIEWER"))
                        .status())
                .isEqualTo(409);
        assertThat(member(workspace, workspace.owner().email()).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void keepsOneOfTwoOwnersWhoRemoveEachOtherAtOnce() throws Exception {
        var workspace = fixtures.workspace();
        var one = workspace.owner();
        var other = fixtures.member(workspace, Role.OWNER);
        var removeOther =
                workspace.path("/members/" + member(workspace, other.email()).id() + "/deletion");
        var removeOne =
                workspace.path("/members/" + member(workspace, one.email()).id() + "/deletion");
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.of(
                    () -> as(one).post(removeOther, Map.of()), () -> as(other).post(removeOne, Map.of())));
        }
        assertThat(members.of(workspace.id())).hasSize(1);
    }

    @Test
    void knowsNoMemberOfAnotherWorkspace() {
        var workspace = fixtures.workspace();
        var foreign = fixtures.workspace();
        var id = member(foreign, foreign.owner().email()).id();
        var owner = as(workspace.owner());
        for (var path : List.of("/members/" + id + "/deletion", "/members/" + id + "/role")) {
            assertThat(owner.post(workspace.path(path), Map.of("role", "VIEWER"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(owner.get(workspace.path("/members/" + id + "/deletion")).status())
                .isEqualTo(404);
        assertThat(owner.get(workspace.path("/members/no-id/deletion")).status())
                .isEqualTo(404);
    }

    private String invite(TestWorkspace workspace, EmailAddress email, Role role) {
        as(workspace.owner())
                .post(workspace.path("/members/invitations"), Map.of("email", email.value(), "role", role.name()));
        return mails.take(email).path();
    }

    private Browser as(TestPerson person) {
        return Browser.on(port).withCookie(person.cookie());
    }

    private Member member(TestWorkspace workspace, EmailAddress email) {
        return members.of(workspace.id()).stream()
                .filter(member -> member.email().equals(email.value()))
                .findFirst()
                .orElseThrow();
    }
}
