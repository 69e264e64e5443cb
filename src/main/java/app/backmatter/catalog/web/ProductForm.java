package app.backmatter.catalog.web;

import app.backmatter.books.BookId;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.FileId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** What an author types about a product; a field that was not sent is empty. */
record ProductForm(
        @NotBlank(message = "{catalog.error.name}") @Size(max = 200)
        String name,

        String type,
        String price,
        @Size(max = 10_000) String description,
        String book,
        @Nullable MultipartFile picture,
        List<MultipartFile> files) {

    ProductForm {
        name = Typed.line(name);
        type = Objects.requireNonNullElse(type, ProductType.EBOOK.name());
        price = Typed.line(price);
        description = Typed.text(description);
        book = Objects.requireNonNullElse(book, "");
        files = Objects.requireNonNullElse(files, List.of());
    }

    static ProductForm blank() {
        return new ProductForm("", ProductType.EBOOK.name(), "", "", "", null, List.of());
    }

    static ProductForm of(ProductView product) {
        var book = product.book();
        return new ProductForm(
                product.name(),
                product.type().name(),
                product.price().typed(),
                product.description(),
                book == null ? "" : book.toString(),
                null,
                List.of());
    }

    /** @param books those that the product may belong to, by id */
    void check(Errors errors, Currency currency, Set<String> books) {
        if (chosenType().isEmpty()) {
            errors.rejectValue("type", "layout.form.unreadable");
        }
        if (!books.contains(book)) {
            errors.rejectValue("book", "layout.form.unreadable");
        }
        if (Money.parse(price, currency).isEmpty()) {
            errors.rejectValue("price", "catalog.error.price");
        }
    }

    /** Of a form without errors. */
    NewProduct toProduct(Currency currency, @Nullable FileId storedPicture, Prices others) {
        return new NewProduct(
                name,
                chosenType().orElseThrow(),
                description,
                Money.parse(price, currency).orElseThrow(),
                storedPicture,
                chosenBook(),
                others);
    }

    /** Of a form without errors. */
    @Nullable
    BookId chosenBook() {
        return book.isEmpty() ? null : BookId.of(book);
    }

    private Optional<ProductType> chosenType() {
        return Arrays.stream(ProductType.values())
                .filter(each -> each.name().equals(type))
                .findAny();
    }
}
