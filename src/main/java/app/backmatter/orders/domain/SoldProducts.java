package app.backmatter.orders.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductUse;
import app.backmatter.database.WorkspaceScope;
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
    public boolean isUsed(ProductId product) {
        return jdbc.sql("""
            select exists (select from order_lines where product_id = :product and workspace_id = :workspace)
                or exists (select from entitlements where product_id = :product and workspace_id = :workspace)
            """)
                .param("product", product.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(Boolean.class)
                .single();
    }
}
