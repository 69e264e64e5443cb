package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
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

    /** Those whose files they may have now, latest first. */
    public Set<ProductId> ownedBy(ContactId contact) {
        return new LinkedHashSet<>(jdbc.sql("""
            select product_id from entitlements
            where contact_id = :contact and workspace_id = :workspace and revoked_at is null and paused_at is null
            order by granted_at desc, id
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .list());
    }

    /**
     * Those that are not sold to them once more: what they own, and what is held back while a bank has not decided. What
     * a bank took the money for may be bought again.
     */
    public Set<ProductId> notForSaleTo(ContactId contact) {
        return jdbc.sql("""
            select product_id from entitlements own
            where contact_id = :contact and own.workspace_id = :workspace and revoked_at is null
              and (paused_at is null
                   or exists (select from (%s) undecided
                              where undecided.contact_id = own.contact_id and undecided.product_id = own.product_id))
            """.formatted(PaidLines.UNDECIDED))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .set();
    }

    /** A gift stays, also when the money for the same product goes back or is disputed. */
    public void grant(ContactId contact, ProductId product, Instant at) {
        jdbc.sql("""
            insert into entitlements (id, workspace_id, contact_id, product_id, granted_at, given_at)
            values (:id, :workspace, :contact, :product, :at, :at)
            on conflict (contact_id, product_id, workspace_id) do update
            set given_at = excluded.given_at, revoked_at = null, paused_at = null
            where entitlements.given_at is null
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("contact", contact.value())
                .param("product", product.value())
                .param("at", OrderRow.utc(at))
                .update();
    }

    /** Takes back those of them that nobody gave and for which no order stands any more. */
    void takeBack(ContactId contact, Collection<ProductId> products, Instant at) {
        revoke(contact, products, at);
        weigh(contact, products, at);
    }

    /** Gives back those of them that were taken back and for which an order stands again. */
    void giveAgain(ContactId contact, Collection<ProductId> products, Instant at) {
        jdbc.sql("""
            update entitlements own set revoked_at = null
            where contact_id = :contact and product_id = any(:products) and own.workspace_id = :workspace
              and revoked_at is not null
              and exists (select from (%s) paid
                          where paid.contact_id = own.contact_id and paid.product_id = own.product_id)
            """.formatted(PaidLines.STANDING))
                .param("contact", contact.value())
                .param("products", ids(products))
                .param("workspace", WorkspaceScope.current().value())
                .update();
        weigh(contact, products, at);
    }

    /**
     * Holds back those of them whose payment a bank disputes, or took back in a dispute, unless they were given, or paid
     * for in another payment too; and gives those again of which this is not so any more.
     */
    void weigh(ContactId contact, Collection<ProductId> products, Instant at) {
        jdbc.sql("""
            update entitlements own
            set paused_at = case when exists (select from (%s) disputed
                                              where disputed.contact_id = own.contact_id
                                                and disputed.product_id = own.product_id)
                                  and not exists (select from (%s) paid
                                                  where paid.contact_id = own.contact_id
                                                    and paid.product_id = own.product_id)
                                 then coalesce(own.paused_at, :at) end
            where contact_id = :contact and product_id = any(:products) and own.workspace_id = :workspace
              and given_at is null
            """.formatted(PaidLines.DISPUTED, PaidLines.UNDISPUTED))
                .param("at", OrderRow.utc(at))
                .param("contact", contact.value())
                .param("products", ids(products))
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private void revoke(ContactId contact, Collection<ProductId> products, Instant at) {
        jdbc.sql("""
            update entitlements own set revoked_at = :at
            where contact_id = :contact and product_id = any(:products) and own.workspace_id = :workspace
              and given_at is null and revoked_at is null
              and not exists (select from (%s) paid
                              where paid.contact_id = own.contact_id and paid.product_id = own.product_id)
            """.formatted(PaidLines.STANDING))
                .param("at", OrderRow.utc(at))
                .param("contact", contact.value())
                .param("products", ids(products))
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** What stays with the contact whatever goes back of an order: a gift, or paid for by another order too. */
    Set<ProductId> withoutOrder(ContactId contact, OrderId order) {
        return jdbc.sql("""
            select product_id from entitlements
            where contact_id = :contact and workspace_id = :workspace and given_at is not null
            union
            select product_id from (%s) paid where contact_id = :contact and order_id <> :order
            """.formatted(PaidLines.STANDING))
                .param("contact", contact.value())
                .param("order", order.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .set();
    }

    /** What was theirs until the money for it went back. */
    public Set<ProductId> takenBackFrom(ContactId contact) {
        return jdbc.sql("""
            select product_id from entitlements
            where contact_id = :contact and workspace_id = :workspace and revoked_at is not null
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .set();
    }

    /** What is theirs once the bank has decided for the author. */
    public Set<ProductId> heldBackFrom(ContactId contact) {
        return jdbc.sql("""
            select product_id from entitlements
            where contact_id = :contact and workspace_id = :workspace and paused_at is not null and revoked_at is null
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new ProductId(row.getObject("product_id", UUID.class)))
                .set();
    }

    private static SqlArrayValue ids(Collection<ProductId> products) {
        return new SqlArrayValue("uuid", products.stream().map(ProductId::value).toArray());
    }
}
