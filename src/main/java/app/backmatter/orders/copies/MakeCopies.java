package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes the copies of what somebody got. Those that are there already are left alone. */
@Component
class MakeCopies {
    private final MakeCopy makeCopy;
    private final CopyRows rows;
    private final Catalog catalog;

    MakeCopies(MakeCopy makeCopy, CopyRows rows, Catalog catalog) {
        this.makeCopy = makeCopy;
        this.rows = rows;
        this.catalog = catalog;
    }

    /** @return false when it must go on later, because another copy is being made */
    boolean make(CopiesToMake wanted) {
        return WorkspaceScope.call(
                new WorkspaceId(wanted.workspace()),
                () -> wanted.products().stream()
                        .map(ProductId::new)
                        .flatMap(product -> rows.of(new ContactId(wanted.contact()), product).stream())
                        .allMatch(this::make));
    }

    private boolean make(Holding holding) {
        return catalog.stampedFiles(holding.product()).stream()
                .filter(file -> rows.find(holding.entitlement(), file).isEmpty())
                .allMatch(file -> makeCopy.make(holding, file, Duration.ZERO));
    }
}
