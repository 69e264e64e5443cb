package app.backmatter.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.StepView;
import app.backmatter.support.Browser;
import app.backmatter.support.Mailbox;
import app.backmatter.support.TestWorkspace;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;

/**
 * The example workspace after its first readers, each of whom went another way and stopped where there is something to
 * see.
 */
final class LivelyWorkspace {
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15";
    private static final String PAYS = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final String ASKS_THE_BANK = "4000002500003155";

    private final int port;
    private final TestWorkspace workspace;
    private final FunnelView funnel;
    private final String code;
    private final Mailbox mailbox;

    LivelyWorkspace(int port, TestWorkspace workspace, FunnelView funnel, String code, Mailbox mailbox) {
        this.port = port;
        this.workspace = workspace;
        this.funnel = funnel;
        this.code = code;
        this.mailbox = mailbox;
    }

    /** @return addresses of readers' pages as they left them, by the pattern that controllers declare */
    Map<String, List<String>> comeAlive() {
        var waits = signUp("waits");
        var stays = confirmed("stays");
        var declined = confirmed("declined");
        pay(declined, "declined@example.org", DECLINED);
        var upsell = confirmed("upsell");
        pay(upsell, "upsell@example.org", PAYS);
        var downSell = confirmed("downsell");
        pay(downSell, "downsell@example.org", PAYS);
        answer(downSell, "upsell", "refusal");
        var buys = confirmed("buys");
        payWith("LAUNCH", buys, "buys@example.org");
        answer(buys, "upsell", "acceptance");
        answer(buys, "cross-sell", "acceptance");
        var owned = pay(signUp("again"), "buys@example.org", PAYS);
        give(confirmed("gives"), "given@example.org");
        var asked = confirmed("asked");
        var bank = pay(asked, "asked@example.org", ASKS_THE_BANK);
        var leaves = confirmed("leaves");
        answer(leaves, "tripwire", "refusal");
        refund("buys@example.org");
        mailbox.waitForOneTo("stays@example.org", "Here it is");
        return new TreeMap<>(Map.ofEntries(
                Map.entry("/p/{workspace}/{funnel}", List.of(funnel.path())),
                Map.entry("/confirm/{token}", List.of(confirmation("waits"))),
                Map.entry("/r/{token}", List.of(waits, stays, leaves)),
                Map.entry("/r/{token}/gift", List.of(stays + "/gift")),
                Map.entry(
                        "/r/{token}/checkout/{step}",
                        List.of(
                                stays + checkout(),
                                stays + checkout() + "?coupon=LAUNCH",
                                stays + checkout() + "?coupon=LUNCH",
                                declined + checkout() + "?declined=card_declined")),
                Map.entry(
                        "/r/{token}/steps/{step}",
                        List.of(
                                upsell + step("upsell"),
                                downSell + step("down-sell"),
                                buys + step("tripwire"),
                                stays + step("re-pitch"))),
                Map.entry("/r/{token}/payments/{attempt}", List.of(returnFrom(bank), owned)),
                Map.entry("/sandbox/authentication/{id}", List.of(bank)),
                Map.entry("/r/{token}/receipt", List.of(buys + "/receipt")),
                Map.entry(
                        "/present/{token}",
                        List.of(path(mailbox.waitForOneTo("given@example.org", "has a present")
                                .button()))),
                Map.entry("/library/{slug}", List.of("/library/" + workspace.slug())),
                Map.entry("/library/{slug}/{token}", List.of(library(buys))),
                Map.entry("/library/{slug}/{token}/credit-notes/{refund}", List.of(creditNote(library(buys)))),
                Map.entry("/library/{slug}/{token}/e-reader", List.of(library(buys) + "/e-reader"))));
    }

    private String signUp(String name) {
        return browser()
                .post(funnel.path(), Map.of("email", name + "@example.org", "firstName", name, "from", code))
                .location();
    }

    /** @return the way from the mailed address on, where the reader is known as the mailbox's owner */
    private String confirmed(String name) {
        signUp(name);
        return browser().post(confirmation(name), Map.of()).location();
    }

    private String confirmation(String name) {
        return path(
                mailbox.waitForOneTo(name + "@example.org", "Please confirm").button());
    }

    /** @return where the reader is led to */
    private String pay(String way, String email, String card) {
        return browser().post(way + checkout(), fields(email, card)).location();
    }

    private void payWith(String coupon, String way, String email) {
        var shown = Jsoup.parse(
                browser().get(way + checkout() + "?coupon=" + coupon).body());
        var fields = new HashMap<>(fields(email, PAYS));
        fields.put("coupon", coupon);
        fields.put("shown", shown.select("input[name=shown]").val());
        assertThat(browser().post(way + checkout(), fields).status()).isEqualTo(303);
    }

    private void give(String way, String to) {
        var fields = new HashMap<>(fields("gives@example.org", PAYS));
        fields.putAll(Map.of("present", "yes", "presentEmail", to, "presentName", "Mary", "presentMessage", "For you"));
        assertThat(browser().post(way + checkout(), fields).status()).isEqualTo(303);
    }

    private static Map<String, String> fields(String email, String card) {
        return Map.of(
                "email",
                email,
                "name",
                "Rita Reader",
                "number",
                card,
                "expiry",
                "04 / 39",
                "cvc",
                "123",
                "bump",
                "yes",
                "country",
                "DE");
    }

    private void answer(String way, String kind, String answer) {
        assertThat(browser().post(way + step(kind) + "/" + answer, Map.of()).status())
                .isEqualTo(303);
    }

    /** The last thing that the buyer bought, with its files. */
    private void refund(String email) {
        var order = mailbox.jdbc()
                .sql("select id from orders where workspace_id = ? and email = ? and number is not null")
                .params(workspace.id().value(), email)
                .query(UUID.class)
                .single();
        var path = workspace.path("/orders/" + order + "/refunds");
        var author = browser().withCookie(workspace.owner().cookie());
        var form = Jsoup.parse(author.get(path + "/new").body());
        var amount = form.select("input[name^=amount-]").last();
        author.post(
                path,
                Map.of(
                        "attempt",
                        form.selectFirst("input[name=attempt]").val(),
                        amount.attr("name"),
                        amount.val(),
                        "files",
                        "take"));
        assertThat(author.status()).isEqualTo(302);
    }

    private String returnFrom(String bank) {
        return mailbox.jdbc()
                .sql("select return_path from sandbox_charges where id = ?")
                .param(bank.substring(bank.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    private String library(String way) {
        var receipt = Jsoup.parse(browser().get(way + "/receipt").body());
        return path(receipt.selectFirst("a[href*=/library/]").attr("href"));
    }

    private String creditNote(String library) {
        var shelf = Jsoup.parse(browser().get(library).body());
        return path(shelf.selectFirst("a[href*=/credit-notes/]").attr("href"));
    }

    private String checkout() {
        return "/checkout/" + id("tripwire");
    }

    private String step(String kind) {
        return "/steps/" + id(kind);
    }

    private String id(String kind) {
        return funnel.steps().stream()
                .filter(step -> step.kind().equals(kind))
                .map(StepView::id)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private Browser browser() {
        return Browser.on(port).withHeader("User-Agent", PHONE);
    }

    static String path(String address) {
        return URI.create(address).getRawPath();
    }
}
