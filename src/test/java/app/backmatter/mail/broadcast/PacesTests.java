package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.mail.broadcast.Paces.Choice;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class PacesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyIsFasterThanTheInstallationLetsThemBe() {
        assertThat(pace(new BroadcastSettings(10, 50), Choice.NONE)).isEqualTo(new BroadcastSettings(10, 50));
        assertThat(pace(new BroadcastSettings(10, 50), new Choice(2, 5))).isEqualTo(new BroadcastSettings(2, 5));
        assertThat(pace(new BroadcastSettings(10, 50), new Choice(20, 500))).isEqualTo(new BroadcastSettings(10, 50));
        assertThat(pace(new BroadcastSettings(10, 0), new Choice(null, 500))).isEqualTo(new BroadcastSettings(10, 500));
    }

    private BroadcastSettings pace(BroadcastSettings most, Choice choice) {
        var workspace = accounts.workspace();
        var paces = new Paces(most, jdbc);
        paces.choose(workspace.id(), choice);
        return paces.of(workspace.id());
    }
}
