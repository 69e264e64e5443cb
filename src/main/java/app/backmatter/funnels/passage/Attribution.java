package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.RePitch;
import app.backmatter.funnels.domain.Step;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.shared.Source;
import org.springframework.stereotype.Component;

/**
 * Where a reader came from for what happens on a step: the last source that is known. Only letters lead to a re-pitch,
 * so who is there came by e-mail; what is offered after a payment belongs to its order. Where the reader first came from
 * stays with the passage.
 */
@Component
public class Attribution {
    private final Orders orders;

    Attribution(Orders orders) {
        this.orders = orders;
    }

    /** Needs the reader's workspace in scope. */
    public Source of(Reader reader, Step step) {
        var letters = reader.funnel().nonBuyers();
        if (step instanceof RePitch && letters != null) {
            return Source.email(letters.value());
        }
        var passage = reader.passage();
        return passage.payment() == null
                ? passage.source()
                : orders.find(passage.payment().order()).map(OrderView::source).orElse(passage.source());
    }
}
