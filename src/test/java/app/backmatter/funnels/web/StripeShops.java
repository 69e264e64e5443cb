package app.backmatter.funnels.web;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.ReaderFunnels;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.orders.Orders;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.stripe.FakeStripe;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens shops that take money with a played Stripe. */
@Component
class StripeShops {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AccountFixtures workspaces;
    private final ReaderFunnels funnels;
    private final StripeAccounts accounts;
    private final Readers readers;
    private final Orders orders;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final Scheduler scheduler;
    private final WebServerApplicationContext server;

    StripeShops(
            AccountFixtures workspaces,
            ReaderFunnels funnels,
            StripeAccounts accounts,
            Readers readers,
            Orders orders,
            JdbcClient jdbc,
            MovableClock clock,
            Scheduler scheduler,
            WebServerApplicationContext server) {
        this.workspaces = workspaces;
        this.funnels = funnels;
        this.accounts = accounts;
        this.readers = readers;
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
        this.server = server;
    }

    StripeShop open(FakeStripe stripe) {
        var workspace = workspaces.workspace();
        WorkspaceScope.run(
                workspace.id(), () -> accounts.connect(FakeStripe.SECRET, FakeStripe.WEBHOOK_SECRET, stripe.address()));
        var revision = funnels.publish(workspace, "gift", ReaderFunnels.freeGift());
        return new StripeShop(this, stripe, workspace, revision, browser());
    }

    int call(String path, String body, String secret) {
        return send(path, FakeStripe.signature(body, secret, clock.instant()), body);
    }

    /** A call as anybody could make it. */
    int send(String path, String signature, String sent) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("Stripe-Signature", signature)
                    .POST(HttpRequest.BodyPublishers.ofString(sent))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ReaderBrowser browser() {
        return new ReaderBrowser(port());
    }

    /** What runs by itself each quarter of an hour, now. */
    void askForEvents() {
        scheduler.reschedule(TaskInstanceId.of("ask-stripe-for-events", RecurringTask.INSTANCE), Instant.EPOCH);
    }

    StripeAccounts accounts() {
        return accounts;
    }

    Readers readers() {
        return readers;
    }

    Orders orders() {
        return orders;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    private int port() {
        return server.getWebServer().getPort();
    }
}
