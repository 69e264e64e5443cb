package app.backmatter.audience;

import app.backmatter.shared.Money;
import java.util.List;

/** What a contact of the workspace in scope brought so far. The module that takes money provides it. */
public interface ContactWorth {
    /**
     * What somebody's orders come to in one currency: the workspace's own at the time of sale.
     *
     * @param value the lifetime value: after refunds and taxes
     * @param refunded what went back, without its taxes
     */
    record Worth(long orders, Money value, Money refunded) {}

    /** One for each currency, the greatest first; none for who never bought. */
    List<Worth> of(ContactId contact);
}
