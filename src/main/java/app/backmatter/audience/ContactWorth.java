package app.backmatter.audience;

import app.backmatter.shared.Money;
import java.util.List;

/** What a contact of the workspace in scope brought so far. The module that takes money provides it. */
public interface ContactWorth {
    /**
     * What somebody's orders in one currency come to.
     *
     * @param value the lifetime value: after refunds and taxes
     * @param refunded what went back, with its taxes
     */
    record Worth(long orders, Money value, Money refunded) {}

    /** One for each currency, the greatest first; none for who never bought. */
    List<Worth> of(ContactId contact);
}
