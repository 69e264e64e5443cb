package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

@BackmatterTest
class WorkspaceAccessTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures fixtures;

    @LocalServerPort
    int port;

    @Test
    void showsAMemberTheirWorkspace() throws Exception {
        var workspace = fixtures.workspace();
        mvc.perform(get(workspace.path("/more")).with(workspace.owner().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(workspace.slug())));
    }

    @Test
    void isNotThereForOthers() throws Exception {
        var workspace = fixtures.workspace();
        var other = fixtures.workspace().owner();
        mvc.perform(get(workspace.path("/more")).with(other.signedIn())).andExpect(status().isNotFound());
        mvc.perform(get(workspace.path("/more")).with(fixtures.admin().signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void asksStrangersToSignIn() throws Exception {
        mvc.perform(get(fixtures.workspace().path("/more")))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void letsAViewerLookButNotChange() throws Exception {
        var workspace = fixtures.workspace();
        var viewer = fixtures.member(workspace, Role.VIEWER).signedIn();
        mvc.perform(get(workspace.path("/more")).with(viewer)).andExpect(status().isOk());
        mvc.perform(post(workspace.path("/anything")).with(viewer)).andExpect(status().isForbidden());
    }

    @Test
    void keepsSettingsForOwnersHoweverTheAddressIsWritten() throws Exception {
        var workspace = fixtures.workspace();
        var editor = fixtures.member(workspace, Role.EDITOR).signedIn();
        mvc.perform(get(workspace.path("/settings")).with(editor)).andExpect(status().isForbidden());
        mvc.perform(get(URI.create(workspace.path("/%73ettings"))).with(editor)).andExpect(status().isForbidden());
        mvc.perform(post(workspace.path("/members/x")).with(editor)).andExpect(status().isForbidden());
    }

    @Test
    void keepsTheConsoleForAdmins() throws Exception {
        mvc.perform(get("/admin").with(fixtures.workspace().owner().signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void signsRealRequestsIn() throws Exception {
        var workspace = fixtures.workspace();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + workspace.path("/more")))
                .header("Cookie", workspace.owner().cookie())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(workspace.slug());
    }

    @Test
    void givesReadersNoCookie() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/p/nobody/nothing"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }
}
