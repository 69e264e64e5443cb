package app.backmatter.funnels;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.mail.NewSequence;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A funnel to be made from a template. What is left out is filled in: texts and letters with ready ones, prices with
 * the product's own. The opt-in and the tripwire page are made even without a product, which can be chosen later; an
 * upsell, down-sell, cross-sell or bump only with one.
 *
 * @param offers what each part gives or sells; the re-pitch always sells the tripwire's product again
 * @param rePitchPrice absent for about three quarters of the tripwire's price
 * @param words pages' texts; of the bump's the Markdown alone is used
 * @param consent the sentence beside the sign-up button
 */
public record NewFunnel(
        String name,
        FunnelTemplate template,
        @Nullable BookId book,
        Map<FunnelPart, Offered> offers,
        @Nullable Money rePitchPrice,
        Map<FunnelPart, PageWords> words,
        @Nullable String consent,
        @Nullable List<NewSequence.Mail> buyersMails,
        @Nullable List<NewSequence.Mail> nonBuyersMails) {
    public NewFunnel {
        offers = Map.copyOf(offers);
        words = Map.copyOf(words);
    }

    /** With ready texts and letters throughout. */
    public NewFunnel(String name, FunnelTemplate template, @Nullable BookId book, Map<FunnelPart, Offered> offers) {
        this(name, template, book, offers, null, Map.of(), null, null, null);
    }

    /**
     * @param product absent when it is to be chosen later, which the opt-in and the tripwire page bear
     * @param price absent for the product's price of today
     */
    public record Offered(
            @Nullable ProductId product, @Nullable Money price) {
        public static Offered of(ProductId product) {
            return new Offered(product, null);
        }
    }

    public record PageWords(
            String headline,
            String markdown,
            String button,
            String noThanks,
            @Nullable FileId picture) {}
}
