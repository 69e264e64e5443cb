package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.accounts.Role;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.TestWorkspace;
import app.backmatter.support.stripe.FakeStripe;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class PaymentsPageTests {
    private static final String WRONG = "sk_test_mistyped1234";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    FakeStripe stripe;
    TestWorkspace workspace;
    Browser owner;

    @BeforeEach
    void signIn() {
        stripe = new FakeStripe("http://localhost");
        workspace = accounts.workspace();
        owner = Browser.on(port).withCookie(workspace.owner().cookie());
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void tellsThatTheSandboxIsOnAndHowToGetPaid() {
        var page = page();

        assertThat(page.text()).contains("You are trying things out").contains("Get paid with Stripe");
        assertThat(page.select(".banner").text()).contains("sandbox");
    }

    @Test
    void savesKeysAndShowsTheirEndsAlone() {
        save(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET);

        assertThat(owner.status()).isEqualTo(302);
        var page = Jsoup.parse(owner.follow().body());
        assertThat(page.html()).doesNotContain(FakeStripe.SECRET).doesNotContain(FakeStripe.WEBHOOK_SECRET);
        assertThat(page.select("#secretKey").attr("placeholder")).isEqualTo("•••• pe42");
        assertThat(page.select("#webhookSecret").attr("placeholder")).isEqualTo("•••• er77");
        assertThat(page.select("#secretKey, #webhookSecret").eachAttr("value")).allMatch(String::isEmpty);
        assertThat(page.text()).contains("Ada Quill Books").contains("test mode");
        assertThat(page.select(".banner").text()).contains("Stripe’s test mode").doesNotContain("sandbox");
    }

    @Test
    void keepsKeysSealedAtRest() {
        save(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET);

        var row = jdbc.sql("select * from payment_accounts where workspace_id = ?")
                .param(workspace.id().value())
                .query()
                .singleRow();
        assertThat(row.values()).noneMatch(value -> value instanceof String text && text.contains("ToStripe"));
        assertThat(row.values()).noneMatch(value -> value instanceof String text && text.contains("OfBackmatter"));
    }

    @Test
    void aLiveKeyNeedsNoBanner() {
        save("sk_live_knownToStripe11", "");

        assertThat(page().select(".banner")).isEmpty();
        assertThat(page().text()).contains("what they pay goes to your Stripe account");
    }

    @Test
    void saysWhatToEnterAtStripeAndWhatIsMissingThere() {
        save(FakeStripe.SECRET, "");
        var page = Jsoup.parse(owner.follow().body());
        var address = page.select("#webhook-address").text();
        assertThat(address).contains("/webhooks/stripe/");
        assertThat(page.select("code").eachText()).contains("checkout.session.completed", "payment_intent.succeeded");
        assertThat(page.text()).contains("The signing secret of the webhook is missing");

        save("", FakeStripe.WEBHOOK_SECRET);
        assertThat(Jsoup.parse(owner.follow().body()).text()).contains("Stripe has no webhook with the address below");

        stripe.hasWebhook(address, List.of("checkout.session.completed", "checkout.session.expired"));
        assertThat(Jsoup.parse(owner.get(address("?check=true")).body()).text())
                .contains("are not ticked")
                .contains("payment_intent.succeeded, refund.created");

        stripe.hasWebhook(address, List.of("*"));
        assertThat(Jsoup.parse(owner.get(address("?check=true")).body()).text())
                .contains("Stripe calls us about each payment");
    }

    @Test
    void aKeyThatStripeDoesNotKnowIsNotSavedAndNothingTypedIsLost() {
        save(WRONG, FakeStripe.WEBHOOK_SECRET);

        assertThat(owner.status()).isEqualTo(422);
        var page = Jsoup.parse(owner.body());
        assertThat(page.select("#secretKey-notes .field-error").text())
                .contains("Stripe does not know this secret key");
        assertThat(page.select("#secretKey").val()).isEqualTo(WRONG);
        assertThat(page.select("#webhookSecret").val()).isEqualTo(FakeStripe.WEBHOOK_SECRET);
        assertThat(page.select("#apiBase").val()).isEqualTo(stripe.address());
        assertThat(saved()).isZero();
    }

    @Test
    void aSilentStripeSavesNothing() {
        var address = stripe.address();
        stripe.close();

        owner.post(address(""), Map.of("secretKey", FakeStripe.SECRET, "webhookSecret", "", "apiBase", address));

        assertThat(owner.status()).isEqualTo(422);
        assertThat(Jsoup.parse(owner.body()).text()).contains("Stripe did not answer");
        assertThat(saved()).isZero();
    }

    @Test
    void saysWhatAKeyOfAnotherKindIs() {
        save("pk_test_knownToStripe42", "");
        assertThat(Jsoup.parse(owner.body()).text()).contains("This is the publishable key");

        save("hello", "hello");
        assertThat(owner.status()).isEqualTo(422);
        assertThat(Jsoup.parse(owner.body()).text())
                .contains("This is no secret key of Stripe")
                .contains("This is no signing secret");

        save("", "");
        assertThat(Jsoup.parse(owner.body()).text()).contains("Paste the secret key");
    }

    @Test
    void whatIsLeftEmptyStays() {
        save(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET);

        save("rk_test_knownToStripe99", "");

        var page = page();
        assertThat(page.select("#secretKey").attr("placeholder")).isEqualTo("•••• pe99");
        assertThat(page.select("#webhookSecret").attr("placeholder")).isEqualTo("•••• er77");
        assertThat(saved()).isEqualTo(1);
    }

    @Test
    void aKeyIsNotSentToAnotherAddressThanItWasGivenTo() {
        save(FakeStripe.SECRET, "");
        var asked = stripe.asked().size();

        owner.post(address(""), Map.of("secretKey", "", "webhookSecret", "", "apiBase", stripe.address() + "1"));

        assertThat(owner.status()).isEqualTo(422);
        assertThat(stripe.asked()).hasSize(asked);
    }

    @Test
    void removesTheKeysAfterAsking() {
        save(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET);
        assertThat(Jsoup.parse(owner.get(address("/deletion")).body()).text())
                .contains("Remove the Stripe keys?")
                .contains("pe42");

        owner.post(address("/deletion"), Map.of());

        assertThat(Jsoup.parse(owner.follow().body()).text()).contains("The keys are removed");
        assertThat(page().select(".banner").text()).contains("sandbox");
        var again = Jsoup.parse(owner.get(address("/deletion")).body());
        assertThat(again.text()).contains("There are none");
        assertThat(again.select("main form button")).isEmpty();
    }

    @Test
    void isForOwners() {
        var editor = Browser.on(port)
                .withCookie(accounts.member(workspace, Role.EDITOR).cookie());

        assertThat(editor.get(address("")).status()).isEqualTo(403);
        assertThat(editor.post(address(""), Map.of("secretKey", FakeStripe.SECRET))
                        .status())
                .isEqualTo(403);
        assertThat(editor.post(address("/deletion"), Map.of()).status()).isEqualTo(403);
        assertThat(saved()).isZero();
    }

    private void save(String secret, String webhook) {
        owner.post(address(""), Map.of("secretKey", secret, "webhookSecret", webhook, "apiBase", stripe.address()));
    }

    private Document page() {
        return Jsoup.parse(owner.get(address("")).body());
    }

    private String address(String rest) {
        return workspace.path("/settings/payments" + rest);
    }

    private long saved() {
        return jdbc.sql("select count(*) from payment_accounts where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }
}
