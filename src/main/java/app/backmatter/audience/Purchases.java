package app.backmatter.audience;

import app.backmatter.audience.domain.KeepPurchase;
import org.springframework.stereotype.Service;

/** Hears what contacts of the workspace in scope bought, for segments. Joins the caller's transaction. */
@Service
public class Purchases {
    private final KeepPurchase keepPurchase;

    Purchases(KeepPurchase keepPurchase) {
        this.keepPurchase = keepPurchase;
    }

    /**
     * The order as it now stands, whatever was told of it before: to be told with each payment and each refund. Nothing is
     * kept of who was erased.
     */
    public void keep(Purchase purchase) {
        keepPurchase.keep(purchase);
    }
}
