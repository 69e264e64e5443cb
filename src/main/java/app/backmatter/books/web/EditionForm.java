package app.backmatter.books.web;

import app.backmatter.books.EditionFormat;
import app.backmatter.books.NewEdition;
import app.backmatter.books.RetailerLink;
import app.backmatter.books.domain.Asin;
import app.backmatter.books.domain.EditionDetails;
import app.backmatter.books.domain.Isbn;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an author types about an edition; only the format is needed, and it has a usual value. */
record EditionForm(
        EditionFormat format,
        String isbn,
        String asin,
        String listPrice,
        List<RetailerRow> retailers,
        Boolean withPlace) {
    private static final int MOST_RETAILERS = 12;
    private static final int SPARE_ROWS = 2;

    EditionForm {
        format = Objects.requireNonNullElse(format, EditionFormat.PAPERBACK);
        isbn = Typed.line(isbn);
        asin = Typed.line(asin);
        listPrice = Typed.line(listPrice);
        withPlace = Objects.requireNonNullElse(withPlace, false);
        retailers = retailers == null
                ? List.of()
                : retailers.stream().filter(Objects::nonNull).toList();
    }

    static EditionForm blank() {
        return new EditionForm(EditionFormat.PAPERBACK, "", "", "", spare(List.of()), true);
    }

    static EditionForm of(EditionDetails edition) {
        var price = edition.listPrice();
        return new EditionForm(
                edition.format(),
                Objects.requireNonNullElse(edition.isbn(), ""),
                Objects.requireNonNullElse(edition.asin(), ""),
                price == null ? "" : price.typed(),
                spare(edition.retailers().stream().map(RetailerRow::of).toList()),
                false);
    }

    void check(Errors errors, Currency currency) {
        if (!isbn.isEmpty() && Isbn.parse(isbn).isEmpty()) {
            errors.rejectValue("isbn", "books.error.isbn");
        }
        if (!asin.isEmpty() && Asin.parse(asin).isEmpty()) {
            errors.rejectValue("asin", "books.error.asin");
        }
        if (!listPrice.isEmpty() && Money.parse(listPrice, currency).isEmpty()) {
            errors.rejectValue("listPrice", "books.error.price");
        }
        for (int i = 0; i < retailers.size(); i++) {
            retailers.get(i).check(errors, "retailers[%d]".formatted(i));
        }
        if (retailers.size() > MOST_RETAILERS) {
            errors.reject("books.error.retailers");
        }
    }

    /** Of a form without errors. */
    NewEdition toEdition(Currency currency) {
        return new NewEdition(
                format,
                isbn.isEmpty() ? null : isbn,
                asin.isEmpty() ? null : asin,
                listPrice.isEmpty() ? null : price(currency),
                retailers.stream()
                        .filter(row -> !row.isEmpty())
                        .map(row -> new RetailerLink(row.name(), row.url()))
                        .toList());
    }

    private @Nullable Money price(Currency currency) {
        return Money.parse(listPrice, currency).orElse(null);
    }

    private static List<RetailerRow> spare(List<RetailerRow> filled) {
        var rows = new ArrayList<>(filled);
        for (int i = 0; i < SPARE_ROWS && rows.size() < MOST_RETAILERS; i++) {
            rows.add(new RetailerRow("", ""));
        }
        return rows;
    }
}
