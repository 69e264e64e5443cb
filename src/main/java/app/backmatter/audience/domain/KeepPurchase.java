package app.backmatter.audience.domain;

import app.backmatter.audience.Purchase;
import app.backmatter.audience.TagEvent;
import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a contact bought, with the sums in the contact's own row. */
@Component
public class KeepPurchase {
    /** Has the contact to itself from here on, so that the sums see every order, however many are told at once. */
    private static final String ORDER = """
        with buyer as (select id, workspace_id from contacts
                       where id = :contact and workspace_id = :workspace for no key update)
        insert into contact_purchases (contact_id, workspace_id, order_id, products, worth, currency, at)
        select id, workspace_id, :order, :products, :worth, :currency, :at from buyer
        on conflict (contact_id, workspace_id, order_id) do update
            set products = excluded.products, worth = excluded.worth, currency = excluded.currency
        returning array(select unnest(new.products) except select unnest(old.products)) as fresh\
        """;

    private static final String SUMS = """
        update contacts c set bought = sums.products, orders = sums.orders, spent = sums.worth, spent_in = :currency,
            country = coalesce(nullif(:country, ''), c.country)
        from (select (select array_agg(distinct product) from contact_purchases each, unnest(each.products) as product
                      where each.contact_id = :contact and each.workspace_id = :workspace) as products,
                     count(*) filter (where products <> '{}') as orders,
                     coalesce(sum(worth) filter (where currency = :currency), 0) as worth
              from contact_purchases where contact_id = :contact and workspace_id = :workspace) sums
        where c.id = :contact and c.workspace_id = :workspace\
        """;

    private final JdbcClient jdbc;
    private final TagRules tagRules;
    private final TellOccasions occasions;
    private final Clock clock;

    KeepPurchase(JdbcClient jdbc, TagRules tagRules, TellOccasions occasions, Clock clock) {
        this.occasions = occasions;
        this.jdbc = jdbc;
        this.tagRules = tagRules;
        this.clock = clock;
    }

    @Transactional
    public void keep(Purchase purchase) {
        var fresh = scoped(ORDER, purchase)
                .param("order", purchase.order())
                .param("products", new SqlArrayValue("uuid", purchase.products().toArray()))
                .param("worth", purchase.worth().minorUnits())
                .param("at", purchase.at().atOffset(ZoneOffset.UTC))
                .query((row, n) -> List.of((UUID[]) row.getArray("fresh").getArray()))
                .optional();
        scoped(SUMS, purchase).param("country", purchase.country()).update();
        fresh.filter(products -> !products.isEmpty()).ifPresent(products -> tag(purchase, products));
    }

    private void tag(Purchase purchase, List<UUID> products) {
        occasions.bought(purchase.contact(), products);
        tagRules.apply(
                TagEvent.BOUGHT,
                List.of(purchase.contact().value()),
                products.stream().map(UUID::toString).toList(),
                clock.instant());
    }

    private JdbcClient.StatementSpec scoped(String sql, Purchase purchase) {
        return jdbc.sql(sql)
                .param("contact", purchase.contact().value())
                .param("workspace", WorkspaceScope.current().value())
                .param("currency", purchase.worth().currency().getCurrencyCode());
    }
}
