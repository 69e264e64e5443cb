package app.backmatter.funnels.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.Step;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Uploads;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What comes to a step's form beside words: its picture, and a product that is not in the list yet. */
@Component
class StepUploads {
    private final Uploads uploads;
    private final Catalog catalog;

    StepUploads(Uploads uploads, Catalog catalog) {
        this.uploads = uploads;
        this.catalog = catalog;
    }

    /** The picture that the page has from now on: the new one, the one it had, or none. */
    @Nullable
    FileId picture(StepForm form, Step step, Errors errors) {
        var uploaded = uploads.picture(form.picture(), "picture", errors);
        if (uploaded != null) {
            return uploaded;
        }
        return Boolean.TRUE.equals(form.withoutPicture()) ? null : step.page().picture();
    }

    /** Adds the product of the form's second half, if it was filled in: a gift is free, all else needs a price. */
    @Nullable
    ProductId product(StepForm form, StepForm.Prices prices, Step step, Currency currency, Errors errors) {
        if (!form.addsProduct()) {
            return null;
        }
        var price = step instanceof OptIn ? Money.zero(currency) : prices.price();
        if (price == null) {
            errors.rejectValue("price", "funnels.error.new-product-price");
            return null;
        }
        var file = uploads.file(form.newFile(), "newFile", errors);
        if (errors.hasErrors()) {
            return null;
        }
        var product = catalog.add(new NewProduct(form.newName(), type(form.newType()), "", price, null, null));
        if (file != null) {
            catalog.addFile(product, file);
        }
        return product;
    }

    private static ProductType type(String name) {
        return Arrays.stream(ProductType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(ProductType.WORKBOOK);
    }
}
