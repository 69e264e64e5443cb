package app.backmatter.books;

import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

public record NewBook(
        String title,
        String subtitle,
        String author,
        String description,
        @Nullable FileId cover) {}
