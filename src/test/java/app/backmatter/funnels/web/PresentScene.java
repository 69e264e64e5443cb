package app.backmatter.funnels.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.web.ReaderBrowser.Answer;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.shared.EmailAddress;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.FunnelFixtures.Published;
import app.backmatter.support.Mailbox;
import app.backmatter.support.MovableClock;
import app.backmatter.support.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader who has signed up at a shop with the sandbox, and buys for Mary, without JavaScript. */
abstract class PresentScene {
    static final String GIVER = "ann@example.com";
    static final String MARY = "mary@example.com";
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    Audience audience;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    ReaderBrowser browser;
    TestWorkspace workspace;
    Published funnel;
    Mailbox mailbox;
    String way;

    @BeforeEach
    void signUp() {
        browser = new ReaderBrowser(port);
        workspace = accounts.workspace();
        funnel = funnels.publishedFreeGift(workspace);
        mailbox = new Mailbox(jdbc, workspace.id());
        way = browser.post(funnel.path(), "email", GIVER).location();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** @param others fields and values by turns, instead of the usual ones; null for left out */
    Answer give(String... others) {
        var fields = new ArrayList<>(
                List.of("email", GIVER, "name", "Ann Ash", "expiry", "12 / 49", "cvc", "123", "bump", "yes"));
        var given = new LinkedHashMap<String, String>();
        given.put("number", "4242424242424242");
        given.put("present", "yes");
        given.put("presentEmail", MARY);
        given.put("presentName", "Mary");
        given.put("presentMessage", "Happy <b>birthday</b>");
        for (int i = 0; i < others.length; i += 2) {
            given.put(others[i], others[i + 1]);
        }
        given.values().removeIf(Objects::isNull);
        given.forEach((field, value) -> fields.addAll(List.of(field, value)));
        return browser.post(way + checkout(), fields.toArray(String[]::new));
    }

    LocalDate in(int days) {
        return LocalDate.ofInstant(clock.instant(), NEW_YORK).plusDays(days);
    }

    String checkout() {
        return "/checkout/" + funnel.step(FunnelPart.TRIPWIRE);
    }

    List<ContactView> contact(String email) {
        return WorkspaceScope.call(workspace.id(), () -> audience.find(new EmailAddress(email))).stream()
                .toList();
    }

    Set<?> owned(String email) {
        return WorkspaceScope.call(
                workspace.id(), () -> orders.ownedBy(contact(email).getFirst().id()));
    }

    OrderView order() {
        return WorkspaceScope.call(workspace.id(), () -> orders.latest(1)).stream()
                .findFirst()
                .orElse(null);
    }

    String token() {
        return jdbc.sql("select token from presents where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .single();
    }

    Instant due() {
        return jdbc.sql("select due_at from messages where workspace_id = ? and template = 'present'")
                .param(workspace.id().value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
