package app.backmatter.support;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.domain.ProductDelivery;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that readers bought, for tests of how they get them. */
@Component
public class ReadersFile {
    private final OrderFixtures orderFixtures;
    private final Orders orders;
    private final Catalog catalog;
    private final ProductDelivery delivery;
    private final Files files;
    private final JdbcClient jdbc;

    ReadersFile(
            OrderFixtures orderFixtures,
            Orders orders,
            Catalog catalog,
            ProductDelivery delivery,
            Files files,
            JdbcClient jdbc) {
        this.orderFixtures = orderFixtures;
        this.orders = orders;
        this.catalog = catalog;
        this.delivery = delivery;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** One file of one product in one reader's hands. */
    public record Bought(TestWorkspace workspace, ProductId product, OrderId order, ContactId reader) {}

    public Bought bought(TestWorkspace workspace, String name, byte[] content, DeliveryTerms terms) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var product =
                    catalog.add(new NewProduct(name, ProductType.AUDIOBOOK, "", Money.of(2700, "USD"), null, null));
            catalog.addFile(
                    product,
                    files.store(name, new ByteArrayInputStream(content)).id());
            delivery.change(product, terms);
            var order = orderFixtures.paidOrder(
                    workspace.id(), OrderFixtures.lineOf(product, name, OfferKind.TRIPWIRE, 2700));
            return new Bought(
                    workspace, product, order, orders.find(order).orElseThrow().contact());
        });
    }

    /** A link to it as the library makes it, from the first slash; those of one second are one link. */
    public String link(Bought bought) {
        return WorkspaceScope.call(
                bought.workspace().id(),
                () -> orders.downloads(bought.reader(), bought.product())
                        .getFirst()
                        .downloads()
                        .getFirst()
                        .url());
    }

    public String library(Bought bought) {
        return URI.create(WorkspaceScope.call(bought.workspace().id(), () -> orders.libraryUrl(bought.reader())))
                .getPath();
    }

    /** How often it was downloaded. */
    public long fetched(Bought bought) {
        UUID workspace = bought.workspace().id().value();
        return jdbc.sql("select coalesce(sum(fetched), 0) from downloads where workspace_id = ?")
                .param(workspace)
                .query(Long.class)
                .single();
    }
}
