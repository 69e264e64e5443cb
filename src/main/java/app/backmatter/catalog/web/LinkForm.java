package app.backmatter.catalog.web;

import app.backmatter.pages.Typed;
import app.backmatter.storage.LinkAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.validation.Errors;

/** A link that buyers of a product get, such as to a course. */
record LinkForm(
        @NotBlank(message = "{catalog.error.link-name}") @Size(max = 150)
        String name,

        String address) {
    LinkForm {
        name = Typed.line(name);
        address = Typed.line(address);
    }

    void check(Errors errors) {
        if (LinkAddress.parse(address).isEmpty()) {
            errors.rejectValue("address", "catalog.error.link");
        }
    }

    /** Of a form without errors. */
    URI target() {
        return LinkAddress.parse(address).orElseThrow();
    }
}
