package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.BookSnapshot;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as its page shows it.
 *
 * @param html the author's text, harmless
 * @param picture its address, if there is one: the step's own, else the product's; where a gift is given the book's cover
 *     comes before the product's
 * @param product the name of what is given or sold; empty when the draft has none yet
 * @param price as it is written in the author's country; absent for a gift
 * @param normalPrice what it cost before, when that was more
 * @param least where readers choose what to give, the least of it; absent where the price is fixed
 */
record StepPage(
        UUID id,
        String headline,
        String html,
        @Nullable String picture,
        String button,
        String noThanks,
        String product,
        @Nullable String price,
        @Nullable String normalPrice,
        @Nullable String least) {

    public static StepPage of(PublishedContent content, Step step) {
        var words = step.page();
        var product = product(content, step);
        return new StepPage(
                step.id(),
                words.headline(),
                Markdown.toHtml(words.markdown()),
                picture(content, step, product),
                words.button(),
                words.noThanks(),
                product.map(ProductSnapshot::name).orElse(""),
                step instanceof Offer offer && offer.price() != null
                        ? offer.price().format(content.locale())
                        : null,
                step instanceof Offer offer && offer.least().isEmpty() ? normalPrice(content, offer) : null,
                step instanceof CheckoutOffer offer
                        ? offer.least()
                                .map(least -> least.format(content.locale()))
                                .orElse(null)
                        : null);
    }

    /** The first paragraph, which stands above the form; empty when the text begins with something else. */
    public String lead() {
        return html.substring(0, endOfLead());
    }

    /** All that follows the first paragraph. */
    public String rest() {
        return html.substring(endOfLead());
    }

    private int endOfLead() {
        return html.startsWith("<p>") ? html.indexOf("</p>") + "</p>".length() : 0;
    }

    private static Optional<ProductSnapshot> product(PublishedContent content, Step step) {
        return content.product(
                switch (step) {
                    case OptIn optIn -> optIn.gift();
                    case Offer offer -> offer.product();
                });
    }

    private static @Nullable String picture(PublishedContent content, Step step, Optional<ProductSnapshot> product) {
        var own = Optional.<FileId>ofNullable(step.page().picture());
        var products = product.map(ProductSnapshot::picture);
        return (step instanceof OptIn ? own.or(() -> cover(content)).or(() -> products) : own.or(() -> products))
                .map(Files::mediaPath)
                .orElse(null);
    }

    private static Optional<FileId> cover(PublishedContent content) {
        return Optional.ofNullable(content.book()).map(BookSnapshot::cover);
    }

    private static @Nullable String normalPrice(PublishedContent content, Offer offer) {
        Money normal = offer.normalPrice();
        Money price = offer.price();
        return normal != null && price != null && normal.isGreaterThan(price) ? normal.format(content.locale()) : null;
    }
}
