package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.Workspaces;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BackmatterTest
class SettingsTests {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "Quill & <b>Sons</b> [[${7*7}]]",
            "senderName", "Ada",
            "senderAddress", "ada@example.org",
            "postalAddress", "1 Quay\r\nHarbour",
            "currency", "EUR",
            "timeZone", "Europe/Berlin",
            "locale", "de-DE");

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Workspaces workspaces;

    @LocalServerPort
    int port;

    @Test
    void savesWhatIsOnTheFormAndNothingElse() {
        var workspace = fixtures.workspace();
        var other = fixtures.workspace();
        var browser = Browser.on(port).withCookie(workspace.owner().cookie());
        var fields = new HashMap<>(FIELDS);
        fields.put("id", other.id().toString());
        fields.put("slug", "stolen");
        fields.put("workspace", other.slug());
        fields.put("workspaceId", other.id().toString());
        assertThat(browser.post(workspace.path("/settings"), fields).location()).isEqualTo(workspace.path("/settings"));

        var saved = workspaces.get(workspace.id());
        assertThat(saved.slug()).isEqualTo(workspace.slug());
        assertThat(saved.name()).isEqualTo(FIELDS.get("name"));
        assertThat(saved.postalAddress()).isEqualTo("1 Quay\nHarbour");
        assertThat(saved.locale()).isEqualTo(Locale.GERMANY);
        assertThat(workspaces.get(other.id()).name()).isNotEqualTo(FIELDS.get("name"));
    }

    @Test
    void showsMarkupAndExpressionsAsText() {
        var workspace = fixtures.workspace();
        var browser = Browser.on(port).withCookie(workspace.owner().cookie());
        browser.post(workspace.path("/settings"), FIELDS);
        assertThat(browser.get(workspace.path("/more")).body())
                .contains("Quill &amp; &lt;b&gt;Sons&lt;/b&gt; [[${7*7}]]")
                .doesNotContain("<b>Sons");
    }

    @Test
    void keepsWhatWasTypedBesideTheError() {
        var workspace = fixtures.workspace();
        var browser = Browser.on(port).withCookie(workspace.owner().cookie());
        var fields = new HashMap<>(FIELDS);
        fields.put("senderName", "Ada\r\nBcc: all@example.org");
        fields.put("name", "The name I typed");
        assertThat(browser.post(workspace.path("/settings"), fields).status()).isEqualTo(422);
        assertThat(browser.body()).contains("The name I typed").contains("keep it to one line");
    }

    @Test
    void remembersTheThemeAndLeadsOnlyBackInside() {
        var workspace = fixtures.workspace();
        var browser = Browser.on(port).withCookie(workspace.owner().cookie());
        browser.withHeader("Referer", "http://localhost:" + port + workspace.path("/more"));
        browser.post("/theme", Map.of("theme", "dark"));
        assertThat(browser.location()).isEqualTo(workspace.path("/more"));
        assertThat(browser.follow().body()).contains("data-theme=\"dark\"");

        browser.withHeader("Referer", "https://evil.example//evil.example/w/x");
        assertThat(browser.post("/theme", Map.of("theme", "system")).location()).isEqualTo("/");
        assertThat(browser.get(workspace.path("/more")).body()).doesNotContain("data-theme");
    }
}
