package app.backmatter.support;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.orders.payment.PaymentNews;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buyers who tell their banks that the first charge of an order was wrong, whoever made it. */
@Component
public class DisputeFixtures {
    private final PaymentNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    DisputeFixtures(PaymentNews news, JdbcClient jdbc, Clock clock) {
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is recorded */
    public boolean tell(TestWorkspace workspace, UUID order, State state, Money amount) {
        var charge = jdbc.sql("""
            select gateway_reference from payments where order_id = ? and state = 'CHARGED' order by settled_at limit 1
            """).param(order).query(String.class).single();
        var now = clock.instant();
        var answerBy = state.isClosed() ? null : now.plus(Duration.ofDays(9));
        return WorkspaceScope.call(
                workspace.id(),
                () -> news.disputed(
                        new DisputeNews(charge, "dp_" + charge, amount, "product_not_received", state, now, answerBy)));
    }
}
