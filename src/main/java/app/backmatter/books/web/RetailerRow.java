package app.backmatter.books.web;

import app.backmatter.books.RetailerLink;
import app.backmatter.pages.Typed;
import org.springframework.validation.Errors;

/** One line of shop and address; an empty line counts for nothing. */
record RetailerRow(String name, String url) {
    RetailerRow {
        name = Typed.line(name);
        url = Typed.line(url);
    }

    static RetailerRow of(RetailerLink link) {
        return new RetailerRow(link.name(), link.url());
    }

    boolean isEmpty() {
        return name.isEmpty() && url.isEmpty();
    }

    void check(Errors errors, String path) {
        if (isEmpty()) {
            return;
        }
        if (name.isEmpty() || name.length() > 60) {
            errors.rejectValue(path + ".name", "books.error.retailer-name");
        }
        if (!RetailerLink.isSecure(url)) {
            errors.rejectValue(path + ".url", "books.error.retailer-url");
        }
    }
}
