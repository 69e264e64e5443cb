package app.backmatter.catalog;

import app.backmatter.books.BookId;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

public record NewProduct(
        String name,
        ProductType type,
        String description,
        Money price,
        @Nullable FileId picture,
        @Nullable BookId book) {}
