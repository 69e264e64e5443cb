package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who has a right to which product's files. */
@Component
public class Entitlements {
    private final JdbcClient jdbc;

    Entitlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first. */
    public Set<ProductId> ownedBy(ContactId contact) {
        return new LinkedHashSet<>(jdbc.sql("""
            select product_id from entitlements where contact_id = :contact and workspace_id = :workspace
            order by granted_at desc, id
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .list());
    }

    boolean ownsAny(ContactId contact, Collection<ProductId> products) {
        return jdbc.sql("""
            select exists (select from entitlements
                           where contact_id = :contact and product_id = any(:products) and workspace_id = :workspace)
            """)
                .param("contact", contact.value())
                .param(
                        "products",
                        new SqlArrayValue(
                                "uuid", products.stream().map(ProductId::value).toArray()))
                .param("workspace", WorkspaceScope.current().value())
                .query(Boolean.class)
                .single();
    }

    public void grant(ContactId contact, ProductId product, Instant at) {
        jdbc.sql("""
            insert into entitlements (id, workspace_id, contact_id, product_id, granted_at)
            values (:id, :workspace, :contact, :product, :at)
            on conflict (contact_id, product_id, workspace_id) do nothing
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", contact.value())
                .param("product", product.value())
                .param("at", OrderRow.utc(at))
                .update();
    }
}
