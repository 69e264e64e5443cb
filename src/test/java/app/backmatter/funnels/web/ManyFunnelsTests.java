package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.SqlCount;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Pages that list all funnels ask the database as often for many as for a few, and for many workspaces as for one. */
@BackmatterTest
class ManyFunnelsTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    MockMvc mvc;

    TestWorkspace workspace;

    @BeforeEach
    void publishTwo() {
        workspace = accounts.workspace();
        publish(2);
    }

    @Test
    void theListAsksAsOftenForManyAsForAFew() throws Exception {
        staysTheSame(workspace.owner(), workspace.path("/funnels"));
    }

    @Test
    void todayAsksAsOftenForManyAsForAFew() throws Exception {
        staysTheSame(workspace.owner(), workspace.path(""));
    }

    @Test
    void theReportsAskAsOftenForManyAsForAFew() throws Exception {
        staysTheSame(workspace.owner(), workspace.path("/reports"));
    }

    @Test
    void theConsoleAsksAsOftenForManyAsForAFew() throws Exception {
        staysTheSame(accounts.admin(), "/admin");
    }

    @Test
    void theConsoleAsksAsOftenForManyWorkspacesAsForAFew() throws Exception {
        var admin = accounts.admin();
        long few = fewest(admin, "/admin");
        int more = 5;
        for (int i = 0; i < more; i++) {
            funnels.draft(accounts.workspace());
        }
        assertThat(fewest(admin, "/admin")).isLessThan(few + more);
    }

    private void staysTheSame(TestPerson person, String path) throws Exception {
        long few = fewest(person, path);
        int more = 8;
        publish(more);
        assertThat(few).isPositive();
        assertThat(fewest(person, path)).isLessThan(few + more);
    }

    /** Of three looks: what is kept in memory for a while, of other workspaces too, is now and then asked for anew. */
    private long fewest(TestPerson person, String path) throws Exception {
        return Math.min(ask(person, path), Math.min(ask(person, path), ask(person, path)));
    }

    private long ask(TestPerson person, String path) throws Exception {
        return SqlCount.during(
                () -> mvc.perform(get(path).with(person.signedIn())).andExpect(status().isOk()));
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            funnels.publishedFreeGift(workspace);
            funnels.draft(workspace);
        }
    }
}
