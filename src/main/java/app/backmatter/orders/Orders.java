package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Orders and entitlements of the workspace in scope. */
@Service
public class Orders {
    public Optional<OrderView> find(OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** Latest first. */
    public List<OrderView> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    public Set<ProductId> ownedBy(ContactId contact) {
        throw new UnsupportedOperationException();
    }

    /** Gives a product for nothing, such as a confirmed reader's gift; a second time changes nothing. */
    public void grant(ContactId contact, ProductId product, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Whether anybody ever paid exactly this for the product. */
    public boolean wasCharged(ProductId product, Money price) {
        throw new UnsupportedOperationException();
    }

    /** The private page with all of a contact's downloads, whole address, valid for 30 days. */
    public String libraryUrl(ContactId contact) {
        throw new UnsupportedOperationException();
    }

    /** The downloads of one product for its owner; empty when the contact does not own it. */
    public List<Download> downloads(ContactId contact, ProductId product) {
        throw new UnsupportedOperationException();
    }
}
