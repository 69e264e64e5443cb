package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Download;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.SignedLinks;
import app.backmatter.storage.StoredFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands files to those who own them, by links that are signed, expire and are counted. */
@Component
public class Delivery {
    private static final String PURPOSE = "download";
    private static final Duration LASTS = Duration.ofHours(24);

    private final Parcels parcels;
    private final Catalog catalog;
    private final Entitlements entitlements;
    private final SignedLinks links;
    private final Workspaces workspaces;
    private final Clock clock;

    Delivery(
            Parcels parcels,
            Catalog catalog,
            Entitlements entitlements,
            SignedLinks links,
            Workspaces workspaces,
            Clock clock) {
        this.parcels = parcels;
        this.catalog = catalog;
        this.entitlements = entitlements;
        this.links = links;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** A file that a link leads to. */
    public record Parcel(UUID id, WorkspaceId workspace, FileId file) {}

    /** A product with links to its files. */
    public record Owned(ProductView product, List<Download> downloads) {}

    /** How a link reads: good, once good, or none of ours. */
    public sealed interface Link {
        record Good(Parcel parcel) implements Link {}

        record Expired() implements Link {}

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

    /** Notes that a file was fetched. */
    public void count(Parcel parcel) {
        parcels.count(parcel, clock.instant());
    }

    /** @param author in whose name the link was handed out */
    public Link open(WorkspaceId author, String token) {
        return verified(author, token, clock.instant())
                .<Link>map(Link.Good::new)
                .or(() -> verified(author, token, Instant.EPOCH).map(_ -> new Link.Expired()))
                .orElseGet(Link.Unknown::new);
    }

    private List<Owned> owned(ContactId contact, Collection<ProductId> products) {
        var known = catalog.findAll(products);
        var there = products.stream()
                .map(known::get)
                .filter(product -> product != null)
                .toList();
        var ids = parcels.of(contact, there);
        return there.stream()
                .map(product -> new Owned(
                        product,
                        product.files().stream()
                                .map(file -> download(
                                        file,
                                        Objects.requireNonNull(ids.get(new Parcels.Key(product.id(), file.id())))))
                                .toList()))
                .toList();
    }

    private Download download(StoredFile file, UUID parcel) {
        return new Download(
                file.name(),
                file.size(),
                "/download/" + workspaces.get(WorkspaceScope.current()).slug() + "/"
                        + links.sign(PURPOSE, parcel, clock.instant().plus(LASTS)));
    }

    private Optional<Parcel> verified(WorkspaceId author, String token, Instant now) {
        return links.verify(PURPOSE, token, now)
                .flatMap(parcels::find)
                .filter(parcel -> parcel.workspace().equals(author));
    }
}
