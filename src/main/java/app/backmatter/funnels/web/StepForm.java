package app.backmatter.funnels.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PageText;
import app.backmatter.funnels.domain.Step;
import app.backmatter.funnels.domain.StepEdit;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A step's page as it is edited; each kind shows the fields that it has. */
record StepForm(
        @NotBlank(message = "{funnels.error.headline}") @Size(max = 200, message = "{funnels.error.too-long}")
        String headline,

        @Size(max = 20_000, message = "{funnels.error.too-long}")
        String markdown,

        @NotBlank(message = "{funnels.error.button}") @Size(max = 80, message = "{funnels.error.too-long}")
        String button,

        @Size(max = 80, message = "{funnels.error.too-long}")
        String noThanks,

        @Nullable MultipartFile picture,
        @Nullable Boolean withoutPicture,
        String product,

        @Size(max = 120, message = "{funnels.error.too-long}")
        String newName,

        String newType,
        @Nullable MultipartFile newFile,
        String price,
        String normalPrice,
        String least,

        @Size(max = 500, message = "{funnels.error.too-long}")
        String consent,

        @Nullable Boolean doubleOptIn,
        String bumpProduct,
        String bumpPrice,

        @Size(max = 300, message = "{funnels.error.too-long}")
        String bumpText,

        String onYes,
        String onNo) {
    StepForm {
        headline = Typed.line(headline);
        markdown = Typed.text(markdown);
        button = Typed.line(button);
        noThanks = Typed.line(noThanks);
        product = Typed.line(product);
        newName = Typed.line(newName);
        newType = Typed.line(newType);
        price = Typed.line(price);
        normalPrice = Typed.line(normalPrice);
        least = Typed.line(least);
        consent = Typed.line(consent);
        bumpProduct = Typed.line(bumpProduct);
        bumpPrice = Typed.line(bumpPrice);
        bumpText = Typed.line(bumpText);
        onYes = Typed.line(onYes);
        onNo = Typed.line(onNo);
    }

    /** Prices as they were understood. */
    record Prices(
            @Nullable Money price,
            @Nullable Money normal,
            @Nullable Money least,
            @Nullable Money bump) {}

    static StepForm of(Step step) {
        var page = step.page();
        var offer = step instanceof Offer it ? it : null;
        var optIn = step instanceof OptIn it ? it : null;
        var bump = step instanceof CheckoutOffer it ? it.bump() : null;
        return new StepForm(
                page.headline(),
                page.markdown(),
                page.button(),
                page.noThanks(),
                null,
                false,
                text(optIn != null ? optIn.gift() : offer != null ? offer.product() : null),
                "",
                "WORKBOOK",
                null,
                PriceText.of(offer == null ? null : offer.price()),
                PriceText.of(offer == null ? null : offer.normalPrice()),
                PriceText.of(offer == null ? null : offer.least().orElse(null)),
                optIn == null ? "" : optIn.consent(),
                optIn != null && optIn.doubleOptIn(),
                text(bump == null ? null : bump.product()),
                PriceText.of(bump == null ? null : bump.price()),
                bump == null ? "" : bump.text(),
                text(step.onYes()),
                text(step.onNo()));
    }

    Prices check(Step step, Currency currency, Errors errors) {
        if (step instanceof OptIn && consent.isEmpty()) {
            errors.rejectValue("consent", "funnels.error.consent");
        }
        if (step instanceof CheckoutOffer checkout
                && checkout.bump() == null
                && bumpProduct.isEmpty()
                && !(bumpPrice + bumpText).isEmpty()) {
            errors.rejectValue("bumpProduct", "funnels.error.bump-without-product");
        }
        return new Prices(
                PriceText.read(price, currency, "price", errors),
                PriceText.read(normalPrice, currency, "normalPrice", errors),
                PriceText.read(least, currency, "least", errors),
                PriceText.read(bumpPrice, currency, "bumpPrice", errors));
    }

    boolean addsProduct() {
        return !newName.isEmpty();
    }

    /** @param added the product that was just made for this page, chosen instead of the one in the list */
    StepEdit toCommand(
            Prices prices, OtherPrices others, Step step, @Nullable FileId pictureId, @Nullable ProductId added) {
        var chosen = Typed.id(product);
        var bump = Typed.id(bumpProduct);
        return new StepEdit(
                new PageText(headline, markdown, pictureId, button, noThanks),
                added != null ? added : chosen == null ? null : new ProductId(chosen),
                prices.price(),
                prices.normal(),
                bump == null
                        ? null
                        : new StepEdit.Bump(new ProductId(bump), prices.bump(), bumpText, others.bump(step)),
                consent,
                Boolean.TRUE.equals(doubleOptIn),
                Typed.id(onYes),
                Typed.id(onNo),
                others.terms(step, prices.least()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
