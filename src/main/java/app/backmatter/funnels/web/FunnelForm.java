package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.Theme;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record FunnelForm(
        @NotBlank(message = "{funnels.error.name}") @Size(max = 120, message = "{funnels.error.too-long}")
        String name,

        String book,
        @NotNull(message = "{funnels.error.theme}") Theme theme) {
    FunnelForm {
        name = Typed.line(name);
        book = Typed.line(book);
    }

    static FunnelForm of(FunnelDraft draft) {
        var book = draft.content().book();
        return new FunnelForm(
                draft.name(),
                book == null ? "" : book.toString(),
                draft.content().theme());
    }
}
