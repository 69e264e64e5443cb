package app.backmatter.orders.present;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Present;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Token;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes presents. */
@Repository
class PresentWrites {
    private static final String NEW_TOKEN = "translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_')";

    private final JdbcClient jdbc;

    PresentWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID payment, Present present) {
        jdbc.sql("""
            insert into presents (payment_id, workspace_id, token, recipient, name, message, leaves_at)
            values (:payment, :workspace, :token, :recipient, :name, :message, :leavesAt)
            """)
                .param("payment", payment)
                .param("workspace", workspace())
                .param("token", Token.random())
                .param("recipient", present.to().value())
                .param("name", present.name())
                .param("message", present.message())
                .param("leavesAt", utc(present.leavesAt()))
                .update();
    }

    /** Has its link mailed at another moment. */
    void move(UUID payment, Instant leavesAt) {
        jdbc.sql("""
            update presents set leaves_at = :leavesAt where payment_id = :payment and workspace_id = :workspace
            """)
                .param("leavesAt", utc(leavesAt))
                .param("payment", payment)
                .param("workspace", workspace())
                .update();
    }

    /** Waits for whoever takes something of its order back, and lets them wait until the transaction ends. */
    void lockOrderOf(UUID payment) {
        jdbc.sql("""
            select orders.id from orders
            join payments on order_id = orders.id and payments.workspace_id = orders.workspace_id
            where payments.id = :payment and orders.workspace_id = :workspace
            for update of orders
            """)
                .param("payment", payment)
                .param("workspace", workspace())
                .query(UUID.class)
                .optional();
    }

    /** Makes what is left of it the contact's own. */
    void claim(PresentRows.Given given, ContactId contact, Instant now) {
        jdbc.sql("""
            update presents set claimed_by = :contact, claimed_at = :now
            where payment_id = :payment and workspace_id = :workspace
            """)
                .param("contact", contact.value())
                .param("now", utc(now))
                .param("payment", given.payment())
                .param("workspace", workspace())
                .update();
        given.view().left().forEach(thing -> own(given.order(), contact, thing.product(), now));
    }

    private void own(OrderId order, ContactId contact, ProductId product, Instant now) {
        jdbc.sql("""
            insert into entitlements (id, workspace_id, contact_id, product_id, order_id, granted_at)
            values (:id, :workspace, :contact, :product, :order, :now)
            on conflict (contact_id, product_id, workspace_id) do update
            set order_id = excluded.order_id, granted_at = excluded.granted_at, revoked_at = null, paused_at = null
            where entitlements.revoked_at is not null or entitlements.paused_at is not null
            """)
                .param("id", Ids.next())
                .param("workspace", workspace())
                .param("contact", contact.value())
                .param("product", product.value())
                .param("order", order.value())
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes the person out. The link of what the person accepted leads nowhere any more.
     *
     * @return the payments of those that the person gave or accepted
     */
    List<UUID> forget(ContactId person) {
        return jdbc.sql("""
            update presents set message = '', name = case when claimed_by = :person then '' else name end,
                   recipient = case when claimed_by = :person then :nobody else recipient end,
                   token = case when claimed_by = :person then %s else token end
            where workspace_id = :workspace and (claimed_by = :person or payment_id in (
                select payments.id from payments
                join orders on orders.id = order_id and orders.workspace_id = payments.workspace_id
                where orders.contact_id = :person and orders.workspace_id = :workspace and is_present))
            returning payment_id
            """.formatted(NEW_TOKEN))
                .param("nobody", EmailAddress.ERASED.value())
                .param("person", person.value())
                .param("workspace", workspace())
                .query((row, number) -> row.getObject("payment_id", UUID.class))
                .list();
    }

    private static UUID workspace() {
        return WorkspaceScope.current().value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
