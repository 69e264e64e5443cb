package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.shared.EmailAddress;

/** Who pays. */
record Buyer(ContactId contact, EmailAddress email, String name, BuyerAddress address) {
    static Buyer of(CheckoutRequest request) {
        return new Buyer(request.contact(), request.email(), request.name(), request.address());
    }
}
