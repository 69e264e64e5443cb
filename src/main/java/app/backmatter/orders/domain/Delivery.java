package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Download;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.SignedLinks;
import app.backmatter.storage.StoredFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Hands files to those who own them, by links that are signed, expire and are counted. */
@Component
public class Delivery {
    private static final String PURPOSE = "download";
    private static final Duration LASTS = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Entitlements entitlements;
    private final SignedLinks links;
    private final Clock clock;

    Delivery(JdbcClient jdbc, Catalog catalog, Entitlements entitlements, SignedLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.entitlements = entitlements;
        this.links = links;
        this.clock = clock;
    }

    /** A file that a link leads to. */
    public record Parcel(UUID id, WorkspaceId workspace, FileId file) {}

    /** A product with links to its files. */
    public record Owned(ProductView product, List<Download> downloads) {}

    /** How a link reads: good, once good, or none of ours. */
    public sealed interface Link {
        record Good(Parcel parcel) implements Link {}

        /** @param workspace whose library makes new links */
        record Expired(WorkspaceId workspace) implements Link {}

        record Unknown() implements Link {}
    }

    /** Everything that the contact owns and that is still there, latest first. */
    public List<Owned> ownedBy(ContactId contact) {
        return owned(contact, entitlements.ownedBy(contact));
    }

    /** New links to the files of one product; none when the contact does not own it. */
    public List<Download> downloads(ContactId contact, ProductId product) {
        return entitlements.ownedBy(contact).contains(product)
                ? owned(contact, List.of(product)).stream()
                        .flatMap(owned -> owned.downloads().stream())
                        .toList()
                : List.of();
    }

    public Link open(String token) {
        return verified(token, clock.instant())
                .<Link>map(Link.Good::new)
                .or(() -> verified(token, Instant.EPOCH).map(parcel -> new Link.Expired(parcel.workspace())))
                .orElseGet(Link.Unknown::new);
    }

    public void count(Parcel parcel) {
        jdbc.sql("""
            update downloads set fetched = fetched + 1, last_fetched_at = :now
            where id = :id and workspace_id = :workspace
            """)
                .param("now", OrderRows.utc(clock.instant()))
                .param("id", parcel.id())
                .param("workspace", parcel.workspace().value())
                .update();
    }

    private List<Owned> owned(ContactId contact, Collection<ProductId> products) {
        var known = catalog.findAll(products);
        var there = products.stream()
                .map(known::get)
                .filter(product -> product != null)
                .toList();
        var parcels = parcels(contact, there);
        return there.stream()
                .map(product -> new Owned(
                        product,
                        product.files().stream()
                                .map(file -> download(
                                        file, Objects.requireNonNull(parcels.get(new Key(product.id(), file.id())))))
                                .toList()))
                .toList();
    }

    private record Key(ProductId product, FileId file) {}

    /** Finds or makes the row that counts each file, in one statement for all. */
    private Map<Key, UUID> parcels(ContactId contact, List<ProductView> products) {
        var keys = products.stream()
                .flatMap(product -> product.files().stream().map(file -> new Key(product.id(), file.id())))
                .toList();
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

    private Download download(StoredFile file, UUID parcel) {
        return new Download(
                file.name(),
                file.contentType(),
                file.size(),
                "/download/" + links.sign(PURPOSE, parcel, clock.instant().plus(LASTS)));
    }

    /** The one look-up that crosses workspaces: the token says whose it is. */
    private Optional<Parcel> verified(String token, Instant now) {
        return links.verify(PURPOSE, token, now)
                .flatMap(id -> jdbc.sql("select id, workspace_id, file_id from downloads where id = :id")
                        .param("id", id)
                        .query((row, number) -> new Parcel(
                                row.getObject("id", UUID.class),
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                new FileId(row.getObject("file_id", UUID.class))))
                        .optional());
    }

    private static SqlArrayValue uuids(List<UUID> values) {
        return new SqlArrayValue("uuid", values.toArray());
    }
}
