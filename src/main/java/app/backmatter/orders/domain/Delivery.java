package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.FileGroup;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Download;
import app.backmatter.orders.DownloadGroup;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.SignedLinks;
import app.backmatter.storage.StoredFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Hands files to those who own them, by links that are signed, expire and are counted. */
@Component
public class Delivery {
    private static final String PURPOSE = "download";

    private final Parcels parcels;
    private final CountFetch countFetch;
    private final Catalog catalog;
    private final Entitlements entitlements;
    private final SignedLinks links;
    private final Workspaces workspaces;
    private final Clock clock;

    Delivery(
            Parcels parcels,
            CountFetch countFetch,
            Catalog catalog,
            Entitlements entitlements,
            SignedLinks links,
            Workspaces workspaces,
            Clock clock) {
        this.parcels = parcels;
        this.countFetch = countFetch;
        this.catalog = catalog;
        this.entitlements = entitlements;
        this.links = links;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * A file that a link leads to.
     *
     * @param linkExpires tells the links to one parcel apart
     */
    public record Parcel(
            UUID id, WorkspaceId workspace, ProductId product, FileId file, Instant linkExpires, Ownership ownership) {}

    /** Whether a file is its reader's. */
    public enum Ownership {
        STANDS,
        /** A bank disputes the payment for it. */
        HELD_BACK,
        /** The money for it went back, and the file with it. */
        TAKEN_BACK
    }

    /** A product with links to its files. */
    public record Owned(ProductView product, List<DownloadGroup> groups) {}

    /** How a link reads: good, once good, no more theirs, not theirs for now, or none of ours. */
    public sealed interface Link {
        record Good(Parcel parcel) implements Link {}

        record Expired() implements Link {}

        record TakenBack() implements Link {}

        record HeldBack() implements Link {}

        record Unknown() implements Link {}
    }

    /** Everything that the contact owns and that is still there, latest first. */
    public List<Owned> ownedBy(ContactId contact) {
        var own = entitlements.ownedBy(contact);
        return owned(contact, own, own);
    }

    /** New links to the files of these products, as far as the contact owns them. */
    public List<Owned> downloads(ContactId contact, Collection<ProductId> products) {
        var own = entitlements.ownedBy(contact);
        return owned(
                contact, own, products.stream().distinct().filter(own::contains).toList());
    }

    /** All files that are the contact's, each once, by the product that it is handed out by; the latest bought first. */
    Map<StoredFile, ProductId> files(ContactId contact) {
        var own = entitlements.ownedBy(contact);
        var files = new LinkedHashMap<StoredFile, ProductId>();
        handouts(there(own)).byFile().values().forEach(handout -> files.put(handout.file(), handout.product()));
        return files;
    }

    /** The names of what was the contact's until the money for it went back. */
    public List<String> takenBackFrom(ContactId contact) {
        return names(entitlements.takenBackFrom(contact));
    }

    /** The names of what the contact can't get at because of a disputed payment. */
    public List<String> heldBackFrom(ContactId contact) {
        return names(entitlements.heldBackFrom(contact));
    }

    private List<String> names(Collection<ProductId> products) {
        return catalog.findAll(products).values().stream()
                .map(ProductView::name)
                .sorted()
                .toList();
    }

    /**
     * Notes that a file is fetched by its link, unless that goes on with a download that was noted before.
     *
     * @param later whether a part of it is asked for that does not begin with its first byte
     * @return false when the author allows no more; nothing is noted then
     */
    public boolean take(Parcel parcel, boolean later) {
        return countFetch.take(parcel, terms(parcel.product()), later);
    }

    /** A reader's own file that goes by mail instead of by a link; empty once the author took it out of the product. */
    Optional<Parcel> parcel(ContactId contact, ProductId product, FileId file) {
        var wanted = new Parcels.Key(product, file);
        return catalog.find(product)
                .filter(known ->
                        known.files().stream().anyMatch(each -> each.id().equals(file)))
                .map(known -> parcels.of(contact, List.of(wanted)).get(wanted))
                .map(id -> new Parcel(id, WorkspaceScope.current(), product, file, clock.instant(), Ownership.STANDS));
    }

    /** How often the author lets a reader download the file. */
    public DeliveryTerms terms(ProductId product) {
        return catalog.deliveryTerms(List.of(product)).getOrDefault(product, DeliveryTerms.USUAL);
    }

    /** @param author in whose name the link was handed out */
    public Link open(WorkspaceId author, String token) {
        return links.read(PURPOSE, token)
                .flatMap(parcels::find)
                .filter(parcel -> parcel.workspace().equals(author))
                .map(this::link)
                .orElseGet(Link.Unknown::new);
    }

    private Link link(Parcel parcel) {
        return switch (parcel.ownership()) {
            case TAKEN_BACK -> new Link.TakenBack();
            case HELD_BACK -> new Link.HeldBack();
            case STANDS -> clock.instant().isBefore(parcel.linkExpires()) ? new Link.Good(parcel) : new Link.Expired();
        };
    }

    /** @param shown those of what is the contact's own that are asked for: another may be the one that hands a file out */
    private List<Owned> owned(ContactId contact, Collection<ProductId> own, Collection<ProductId> shown) {
        var there = there(own);
        var handouts = handouts(there);
        var asked = shown.stream()
                .flatMap(id -> there.stream().filter(product -> product.id().equals(id)))
                .toList();
        return owned(asked, handouts, parcels.of(contact, handouts.keys(asked)));
    }

    private List<Owned> owned(List<ProductView> products, Handouts handouts, Map<Parcels.Key, UUID> ids) {
        var shown = new HashMap<FileGroup, String>();
        return products.stream()
                .map(product -> new Owned(
                        product,
                        product.groups().stream()
                                .map(group -> group(
                                        group,
                                        Objects.requireNonNullElse(shown.putIfAbsent(group, product.name()), ""),
                                        file -> download(handouts.of(file), ids)))
                                .toList()))
                .toList();
    }

    private Handouts handouts(List<ProductView> own) {
        return Handouts.of(
                own, catalog.deliveryTerms(own.stream().map(ProductView::id).toList()));
    }

    private List<ProductView> there(Collection<ProductId> products) {
        var known = catalog.findAll(products);
        return products.stream()
                .map(known::get)
                .filter(product -> product != null)
                .toList();
    }

    private static DownloadGroup group(FileGroup group, String shownWith, Function<StoredFile, Download> download) {
        return new DownloadGroup(
                group.edition(),
                shownWith,
                shownWith.isEmpty() ? group.files().stream().map(download).toList() : List.of());
    }

    private Download download(Handouts.Handout handout, Map<Parcels.Key, UUID> ids) {
        var parcel = Objects.requireNonNull(ids.get(handout.key()));
        return new Download(
                handout.file().name(),
                handout.file().extent(),
                "/download/" + workspaces.get(WorkspaceScope.current()).slug() + "/"
                        + links.sign(
                                PURPOSE,
                                parcel,
                                clock.instant().plus(handout.terms().linkLasts())));
    }
}
