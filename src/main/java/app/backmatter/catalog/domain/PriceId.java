package app.backmatter.catalog.domain;

import app.backmatter.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record PriceId(@Column(name = "id") UUID value) implements Serializable {
    static PriceId next() {
        return new PriceId(Ids.next());
    }
}
