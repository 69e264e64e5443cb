package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.orders.domain.Delivery;
import app.backmatter.orders.domain.Disputes;
import app.backmatter.orders.domain.Entitlements;
import app.backmatter.orders.domain.Library;
import app.backmatter.orders.domain.LowestPrices;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.orders.domain.RefusedRefunds;
import app.backmatter.orders.present.Presents;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Paid orders and entitlements of the workspace in scope. */
@Service
public class Orders {
    private final OrderViews orders;
    private final Entitlements entitlements;
    private final Delivery delivery;
    private final Library library;
    private final LowestPrices lowestPrices;
    private final RefusedRefunds refusedRefunds;
    private final Disputes disputes;
    private final Presents presents;

    Orders(
            OrderViews orders,
            Entitlements entitlements,
            Delivery delivery,
            Library library,
            LowestPrices lowestPrices,
            RefusedRefunds refusedRefunds,
            Disputes disputes,
            Presents presents) {
        this.orders = orders;
        this.entitlements = entitlements;
        this.delivery = delivery;
        this.library = library;
        this.lowestPrices = lowestPrices;
        this.refusedRefunds = refusedRefunds;
        this.disputes = disputes;
        this.presents = presents;
    }

    public Optional<OrderView> find(OrderId id) {
        return orders.find(id);
    }

    /** What these orders brought after taxes and refunds, one amount for each currency; the largest first. */
    public List<Money> earned(Collection<OrderId> ids) {
        return orders.earned(ids);
    }

    /** What was bought with it for another person, if anything was. */
    public Optional<PresentView> present(OrderId id) {
        return presents.of(id);
    }

    /** Those of its lines that are the buyer's own: all but a present. */
    public List<LineItem> kept(OrderView order) {
        return presents.kept(order);
    }

    /** Which attempt of {@link Checkout#pay} opened the order. */
    public Optional<UUID> attemptThatPaid(OrderId id) {
        return orders.attemptThatPaid(id);
    }

    /** Latest first. */
    public List<OrderView> latest(int limit) {
        return orders.latest(limit);
    }

    /** What is theirs to download, the latest first. */
    public Set<ProductId> ownedBy(ContactId contact) {
        return entitlements.ownedBy(contact);
    }

    /** What they have, though a bank may keep it from them until it has decided: nobody is to pay for it twice. */
    public Set<ProductId> notForSaleTo(ContactId contact) {
        return entitlements.notForSaleTo(contact);
    }

    /** What was theirs to download until the money for it went back. */
    public Set<ProductId> takenBackFrom(ContactId contact) {
        return entitlements.takenBackFrom(contact);
    }

    /** What a disputed payment keeps from them, at least for now. */
    public Set<ProductId> heldBackFrom(ContactId contact) {
        return entitlements.heldBackFrom(contact);
    }

    /** Gives a product for nothing, such as a confirmed reader's gift; a second time changes nothing. */
    public void grant(ContactId contact, ProductId product, Instant at) {
        entitlements.grant(contact, product, at);
    }

    /** Those of them that anybody ever paid exactly so. */
    public Set<Charge> wereCharged(Collection<Charge> asked) {
        return orders.wereCharged(asked);
    }

    /**
     * For each step the lowest price that its product was sold at in the last 30 days, in each currency asked for, other
     * than by this step at this price; absent where it was not.
     */
    public Map<UUID, Prices> lowestBeside(Collection<Asking> askings) {
        return lowestPrices.beside(askings);
    }

    /** Orders whose money was to go back and did not, since then; latest first. */
    public List<RefusedRefund> refusedRefunds(Instant since) {
        return refusedRefunds.since(since);
    }

    /** Orders whose author may still say something to a bank that wants their money back; the first to answer first. */
    public List<DisputedOrder> disputesToAnswer() {
        return disputes.toAnswer();
    }

    /** The private page with all of a contact's downloads, whole address, valid for 30 days. */
    public String libraryUrl(ContactId contact) {
        return library.url(contact);
    }

    /** The downloads of one product for its owner, by new links; empty when the contact does not own it. */
    public List<DownloadGroup> downloads(ContactId contact, ProductId product) {
        return downloads(contact, List.of(product)).getOrDefault(product, List.of());
    }

    /** The same of several, of which those are absent that the contact does not own. What two have is there once. */
    public Map<ProductId, List<DownloadGroup>> downloads(ContactId contact, Collection<ProductId> products) {
        return delivery.downloads(contact, products).stream()
                .collect(Collectors.toMap(owned -> owned.product().id(), Delivery.Owned::groups));
    }
}
