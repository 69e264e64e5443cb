package app.backmatter.funnels.web;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.domain.Step;
import app.backmatter.funnels.domain.Tripwire;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader who has signed up at a shop with the sandbox, before the checkout and without JavaScript. */
abstract class CheckoutScene {
    static final String PAYS = "4242 4242 4242 4242";
    static final String DECLINED = "4000000000000002";
    static final String ASKS_THE_BANK = "4000002500003155";
    static final String EMAIL = "ana@example.com";

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ReaderFunnels funnels;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    PublishedRevision revision;
    String slug;
    String way;

    @BeforeEach
    void open() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        enter("gift", ReaderFunnels.freeGift());
    }

    /** Publishes a funnel, into which the reader signs up. */
    void enter(String slug, FunnelContent content) {
        this.slug = slug;
        revision = funnels.publish(workspace, slug, content);
        way = signUp(EMAIL);
    }

    String signUp(String email) {
        return browser.post("/p/" + workspace.slug() + "/" + slug, "email", email)
                .location();
    }

    String checkout() {
        return way + "/checkout/" + id(Tripwire.class);
    }

    UUID id(Class<? extends Step> kind) {
        return ReaderFunnels.step(revision, kind).id();
    }

    /** @param more fields, which go before those of the card */
    Answer pay(String card, String... more) {
        return browser.post(checkout(), with(more, card(EMAIL, card)));
    }

    /** @return the latest order; nothing when none is paid */
    @Nullable
    OrderView order() {
        return WorkspaceScope.call(
                workspace.id(), () -> orders.latest(1).stream().findFirst().orElse(null));
    }

    static String[] card(String email, String number) {
        return new String[] {"email", email, "name", "Ana Ash", "number", number, "expiry", "12 / 49", "cvc", "123"};
    }

    static String[] with(String[] fields, String... more) {
        return IntStream.range(0, fields.length + more.length)
                .mapToObj(n -> n < fields.length ? fields[n] : more[n - fields.length])
                .toArray(String[]::new);
    }

    /** What stands below the lines of a checkout. */
    static List<String> sums(Answer answer) {
        return answer.page().select(".lines tfoot tr:not([hidden])").eachText();
    }

    static String shown(Answer answer) {
        return answer.page().select("input[name=shown]").val();
    }
}
