package app.backmatter.funnels.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Typed;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Whether a page whose readers choose what to give says the least of it in each currency that it has a price in: nobody could
 * pay in the others.
 */
@Component
class LeastInEach {
    private final Catalog catalog;

    LeastInEach(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The prices with what is wrong with them. */
    OtherPrices check(OtherPrices others, StepForm form, StepForm.Prices prices, Step step, Errors errors) {
        if (!(step instanceof CheckoutOffer)) {
            return others;
        }
        if (form.least().isEmpty()) {
            if (!others.least().areEmpty()) {
                errors.rejectValue("least", "funnels.error.least");
            }
            return others;
        }
        return others.needingLeast(currency -> productHasPrice(form, prices, currency));
    }

    /** It counts where the page asks the product's own price. */
    private boolean productHasPrice(StepForm form, StepForm.Prices prices, Currency currency) {
        return Optional.ofNullable(form.addsProduct() ? null : Typed.id(form.product()))
                .flatMap(id -> catalog.find(new ProductId(id)))
                .filter(product -> product.price().equals(prices.price()))
                .flatMap(product -> product.others().in(currency))
                .isPresent();
    }
}
