package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactWorth;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Money;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what a buyer's orders brought, in the workspace's own currency at the rate of each sale. */
@Component
class BuyersWorth implements ContactWorth {
    private final JdbcClient jdbc;

    BuyersWorth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Worth> of(ContactId contact) {
        return jdbc.sql(Earnings.BY_CURRENCY.formatted("orders.contact_id = :contact"))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new Worth(
                        row.getLong("orders"),
                        Money.of(row.getLong("value"), row.getString("currency")),
                        Money.of(row.getLong("refunded"), row.getString("currency"))))
                .list();
    }
}
