package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a product costs from one moment to another. Only ever ended, never changed: a sale may have happened at it. */
@Entity
@Table(name = "prices")
final class Price extends WorkspaceOwned<Price> {
    @EmbeddedId
    private PriceId id;

    @Version
    private @Nullable Integer version;

    private UUID productId;
    private long amount;

    @Column(length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    private Currency currency;

    private Instant since;
    private @Nullable Instant until;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Price() {}

    Price(ProductId product, Money price, Instant since) {
        this.id = PriceId.next();
        this.productId = product.value();
        this.amount = price.minorUnits();
        this.currency = price.currency();
        this.since = since;
    }

    void end(Instant at) {
        until = at;
    }

    ProductId product() {
        return new ProductId(productId);
    }

    Money money() {
        return new Money(amount, currency);
    }

    PriceSpan span() {
        return new PriceSpan(money(), since, until);
    }
}
