package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.domain.Delivery.Ownership;
import app.backmatter.orders.domain.Delivery.Parcel;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.SignedLinks.Signed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Files on their way to those who own them: a row for each, which counts how often it was fetched. */
@Component
class Parcels {
    private final JdbcClient jdbc;

    Parcels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(ProductId product, FileId file) {}

    /**
     * Finds or makes the row that counts each file, in one statement for all. A row that somebody else made while the
     * statement ran is seen by neither half of it, but by the next one.
     */
    Map<Key, UUID> of(ContactId contact, List<Key> keys) {
        var found = findOrMake(contact, keys);
        return found.size() < keys.size() ? findOrMake(contact, keys) : found;
    }

    private Map<Key, UUID> findOrMake(ContactId contact, List<Key> keys) {
        var found = new LinkedHashMap<Key, UUID>();
        jdbc.sql("""
            with wanted as (
                select file.id, entitlements.id as entitlement_id, entitlements.workspace_id, file.product_id, file.file_id
                from unnest(:ids, :products, :files) as file (id, product_id, file_id)
                join entitlements on entitlements.product_id = file.product_id
                     and contact_id = :contact and workspace_id = :workspace),
            made as (
                insert into downloads (id, workspace_id, entitlement_id, file_id)
                select id, workspace_id, entitlement_id, file_id from wanted
                on conflict (entitlement_id, file_id, workspace_id) do nothing
                returning id, entitlement_id, file_id)
            select coalesce(made.id, downloads.id) as id, product_id, file_id
            from wanted
            left join made using (entitlement_id, file_id)
            left join downloads using (entitlement_id, file_id, workspace_id)
            where made.id is not null or downloads.id is not null
            """)
                .param("ids", uuids(keys.stream().map(key -> Ids.next()).toList()))
                .param(
                        "products",
                        uuids(keys.stream().map(key -> key.product.value()).toList()))
                .param("files", uuids(keys.stream().map(key -> key.file.value()).toList()))
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(row -> {
                    found.put(
                            new Key(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    new FileId(row.getObject("file_id", UUID.class))),
                            row.getObject("id", UUID.class));
                });
        return found;
    }

    /** The one look-up that crosses workspaces: the link says whose it is. */
    Optional<Parcel> find(Signed link) {
        return jdbc.sql("""
            select downloads.id, downloads.workspace_id, product_id, file_id,
                   case when revoked_at is not null then 'TAKEN_BACK'
                        when paused_at is not null then 'HELD_BACK' else 'STANDS' end as ownership
            from downloads
            join entitlements on entitlements.id = entitlement_id and entitlements.workspace_id = downloads.workspace_id
            where downloads.id = :id
            """)
                .param("id", link.subject())
                .query((row, number) -> new Parcel(
                        row.getObject("id", UUID.class),
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        new FileId(row.getObject("file_id", UUID.class)),
                        link.expires(),
                        Ownership.valueOf(row.getString("ownership"))))
                .optional();
    }

    private static SqlArrayValue uuids(List<UUID> values) {
        return new SqlArrayValue("uuid", values.toArray());
    }
}
