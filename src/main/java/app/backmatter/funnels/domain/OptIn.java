package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page that gives a free product for an e-mail address.
 *
 * @param gift absent in a draft that has none yet
 * @param consent the sentence that the reader agrees to, stored with each sign-up
 * @param onYes the thank-you page's offer
 */
public record OptIn(
        UUID id,
        PageText page,
        @Nullable ProductId gift,
        boolean doubleOptIn,
        String consent,
        @Nullable UUID onYes) implements Step {
    /** Who gives no address leaves. */
    @Override
    public @Nullable UUID onNo() {
        return null;
    }
}
