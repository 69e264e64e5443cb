package app.backmatter.funnels.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.Step;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.NotAPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** What comes to a step's form beside words: its picture, and a product that is not in the list yet. */
@Component
class StepUploads {
    private final Files files;
    private final Catalog catalog;

    StepUploads(Files files, Catalog catalog) {
        this.files = files;
        this.catalog = catalog;
    }

    /** The picture that the page has from now on: the new one, the one it had, or none. */
    @Nullable
    FileId picture(StepForm form, Step step, Errors errors) {
        var upload = form.picture();
        if (upload == null || upload.isEmpty()) {
            return Boolean.TRUE.equals(form.withoutPicture())
                    ? null
                    : step.page().picture();
        }
        try (var content = upload.getInputStream()) {
            return files.storePicture(name(upload), content).id();
        } catch (NotAPicture e) {
            errors.rejectValue("picture", "funnels.error.picture");
            return step.page().picture();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var product = catalog.add(new NewProduct(form.newName(), type(form.newType()), "", price, null, null));
        var upload = form.newFile();
        if (upload != null && !upload.isEmpty()) {
            catalog.addFile(product, store(upload));
        }
        return product;
    }

    private FileId store(MultipartFile upload) {
        try (var content = upload.getInputStream()) {
            return files.store(name(upload), content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProductType type(String name) {
        return Arrays.stream(ProductType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(ProductType.WORKBOOK);
    }

    private static String name(MultipartFile upload) {
        return Objects.requireNonNullElse(upload.getOriginalFilename(), "file");
    }
}
