package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.DownloadGroup;
import app.backmatter.orders.Orders;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how a reader's gift stands. */
@Component
class Gifts {
    private final Orders orders;

    Gifts(Orders orders) {
        this.orders = orders;
    }

    /** Empty in a funnel that gives nothing for nothing. */
    Optional<GiftState> of(Reader reader) {
        return reader.funnel().entry() instanceof OptIn optIn
                ? Optional.of(new GiftState(
                        reader.content()
                                .product(optIn.gift())
                                .map(ProductSnapshot::name)
                                .orElse(""),
                        reader.passage().email() == null
                                ? ""
                                : reader.passage().email().value(),
                        optIn.doubleOptIn(),
                        reader.mayHaveGift(),
                        downloads(reader, optIn)))
                : Optional.empty();
    }

    private List<DownloadGroup> downloads(Reader reader, OptIn optIn) {
        var contact = reader.passage().contact();
        return reader.mayHaveGift() && contact != null && optIn.gift() != null
                ? orders.downloads(contact, optIn.gift())
                : List.of();
    }
}
