package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has copies made in the background, with the caller's transaction. */
@Component
public class OrderCopies {
    private final Catalog catalog;
    /** Asked for when it is needed: it knows all jobs, and some of them lead here. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final Clock clock;

    OrderCopies(Catalog catalog, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Of those products whose files are stamped. For all others this costs nothing, not even a statement.
     *
     * @param occasion what they were got by; the same occasion again changes nothing
     */
    public void of(UUID occasion, ContactId contact, Collection<ProductId> products) {
        var stamped = catalog.stampedAmong(products);
        if (!stamped.isEmpty()) {
            order(occasion, contact, stamped);
        }
    }

    void order(UUID occasion, ContactId contact, List<ProductId> products) {
        var wanted = new CopiesToMake(
                WorkspaceScope.current().value(),
                contact.value(),
                List.copyOf(products.stream().map(ProductId::value).toList()));
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        CopyJobs.MAKE.instance(occasion.toString()).data(wanted).build(), clock.instant());
    }
}
