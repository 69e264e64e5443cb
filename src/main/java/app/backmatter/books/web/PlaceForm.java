package app.backmatter.books.web;

import app.backmatter.books.EditionFormat;
import app.backmatter.books.PlaceKind;
import app.backmatter.pages.Typed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Where in the edition; the chapter counts only at the end of one. */
record PlaceForm(PlaceKind kind, String chapter) {
    PlaceForm {
        kind = Objects.requireNonNullElse(kind, PlaceKind.BACK_MATTER);
        chapter = Typed.line(chapter);
    }

    static PlaceForm usual(EditionFormat format) {
        return new PlaceForm(PlaceKind.usual(format), "");
    }

    void check(Errors errors, EditionFormat format) {
        if (!kind.fits(format)) {
            errors.rejectValue("kind", "books.error.kind");
        }
        if (kind == PlaceKind.CHAPTER_END && !chapter.matches("[1-9][0-9]{0,2}")) {
            errors.rejectValue("chapter", "books.error.chapter");
        }
    }

    /** Of a form without errors. */
    @Nullable
    Integer number() {
        return kind == PlaceKind.CHAPTER_END ? Integer.valueOf(chapter) : null;
    }
}
