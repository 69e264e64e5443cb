package app.backmatter.orders.tax;

import java.util.Optional;

/** Somebody who knows the taxes of all places. */
public interface TaxService {
    /** Whether the workspace in scope can ask it. */
    boolean isThere();

    /** What keeps the workspace in scope from asking it, as a message key's end. Asks. */
    Optional<String> trouble();

    /** @param included whether prices hold the tax already; else it is charged on top */
    TaxCalculator calculator(boolean included);
}
