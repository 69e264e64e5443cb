package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an author wrote on a step's form. A step takes what its kind has and passes over the rest.
 *
 * @param product the gift of an opt-in page, else what is sold
 * @param price absent for the product's price of today
 * @param onYes absent for the receipt
 * @param terms in other currencies; passed over by a page that sells nothing
 */
public record StepEdit(
        PageText page,
        @Nullable ProductId product,
        @Nullable Money price,
        @Nullable Money normalPrice,
        @Nullable Bump bump,
        String consent,
        boolean doubleOptIn,
        @Nullable UUID onYes,
        @Nullable UUID onNo,
        Terms terms) {

    /** @param price absent for the product's price of today */
    public record Bump(ProductId product, @Nullable Money price, String text, Prices others) {}
}
