package app.backmatter.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@BackmatterTest
class AdminControllerTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    Funnels funnels;

    @Autowired
    Workspaces workspaces;

    @Test
    void showsFunnelsOfEveryWorkspaceToAdmins() throws Exception {
        var first = funnelIn("First <script>");
        var second = funnelIn("Second");

        mvc.perform(get("/admin").with(accounts.admin().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("First &lt;script&gt; " + first)))
                .andExpect(content().string(containsString("Second " + second)));
    }

    @Test
    void exportsTheSame() throws Exception {
        var name = funnelIn("=1+1");

        var csv = mvc.perform(get("/admin/funnels.csv").with(accounts.admin().signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("'=1+1 " + name + ",0,0,0,0,0.00,0.00,USD");
    }

    @Test
    void findsNoFunnelOfOneWorkspaceInAnother() throws Exception {
        var theirs = funnelIn("Theirs");
        var mine = accounts.workspace();
        var admin = accounts.admin();
        var funnel = funnels(theirs);

        mvc.perform(get("/admin/workspaces/%s/funnels/%s".formatted(theirs, funnel))
                        .with(admin.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(get("/admin/workspaces/%s/funnels/%s".formatted(mine.slug(), funnel))
                        .with(admin.signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesEverybodyElse() throws Exception {
        var owner = accounts.workspace().owner();

        mvc.perform(get("/admin").with(owner.signedIn())).andExpect(status().isForbidden());
        mvc.perform(get("/admin/funnels.csv").with(owner.signedIn())).andExpect(status().isForbidden());
        mvc.perform(get("/admin/workspaces/any/funnels/" + UUID.randomUUID()).with(owner.signedIn()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/admin")).andExpect(redirectedUrlPattern("/**/sign-in"));
    }

    private FunnelId funnels(String slug) {
        var workspace = workspaces.bySlug(slug).orElseThrow();
        return WorkspaceScope.call(
                workspace.id(), () -> funnels.all().getFirst().id());
    }

    /** @return the workspace's address, which makes the funnel's name its own */
    private String funnelIn(String prefix) {
        var workspace = accounts.workspace();
        WorkspaceScope.run(
                workspace.id(),
                () -> funnels.create(
                        new NewFunnel(prefix + " " + workspace.slug(), FunnelTemplate.FREE_GIFT, null, Map.of())));
        return workspace.slug();
    }
}
