package app.backmatter.orders.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductUse;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Use;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody bought or was given stays, so that they can download it again. */
@Component
class SoldProducts implements ProductUse {
    private final JdbcClient jdbc;

    SoldProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(ProductId product) {
        long readers = readers(product);
        return readers == 0 ? List.of() : List.of(new Use("orders.use", String.valueOf(readers), "/orders"));
    }

    /** Who has it, or began to pay for it. */
    private long readers(ProductId product) {
        return jdbc.sql("""
            select count(*) from (
                select contact_id from entitlements where product_id = :product and workspace_id = :workspace
                union
                select o.contact_id from order_lines l
                join payments p on p.id = l.payment_id and p.workspace_id = l.workspace_id
                join orders o on o.id = p.order_id and o.workspace_id = p.workspace_id
                where l.product_id = :product and l.workspace_id = :workspace) as readers
            """)
                .param("product", product.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(Long.class)
                .single();
    }
}
