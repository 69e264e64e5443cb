package app.backmatter.orders.domain;

import static java.util.stream.Collectors.toSet;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a buyer may still download what an order brought, and the author's word that opens it again. */
@Component
public class DownloadAllowance {
    private final JdbcClient jdbc;
    private final Catalog catalog;

    DownloadAllowance(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    private record Count(ProductId product, long counted) {}

    /** Whether any file was downloaded as often as its author allows. */
    public boolean isUsedUp(OrderId order) {
        var counts = counts(order);
        var terms = catalog.deliveryTerms(counts.stream().map(Count::product).collect(toSet()));
        return counts.stream()
                .anyMatch(count ->
                        terms.getOrDefault(count.product(), DeliveryTerms.USUAL).isUsedUp(count.counted()));
    }

    /** Counts anew from here; how often each was downloaded in all stays known. */
    public void renew(OrderId order) {
        jdbc.sql("""
            update downloads set forgiven = fetched
            from entitlements own
            where own.id = entitlement_id and own.workspace_id = downloads.workspace_id
              and own.order_id = :order and own.workspace_id = :workspace
            """)
                .param("order", order.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private List<Count> counts(OrderId order) {
        return jdbc.sql("""
            select product_id, max(fetched - forgiven) as counted
            from downloads
            join entitlements own on own.id = entitlement_id and own.workspace_id = downloads.workspace_id
            where own.order_id = :order and own.workspace_id = :workspace
            group by product_id
            """)
                .param("order", order.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, _) ->
                        new Count(new ProductId(row.getObject("product_id", UUID.class)), row.getLong("counted")))
                .list();
    }
}
