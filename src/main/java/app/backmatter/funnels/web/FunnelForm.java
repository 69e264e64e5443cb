package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.ChangeFunnel;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.Theme;
import app.backmatter.pages.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record FunnelForm(
        String seen,

        @NotBlank(message = "{funnels.error.name}") @Size(max = 120, message = "{funnels.error.too-long}")
        String name,

        String book,
        @NotNull(message = "{funnels.error.theme}") Theme theme) {
    FunnelForm {
        seen = Typed.line(seen);
        name = Typed.line(name);
        book = Typed.line(book);
    }

    static FunnelForm of(FunnelDraft draft) {
        var book = draft.content().book();
        return new FunnelForm(
                ChangeFunnel.seen(draft.name(), draft.content()),
                draft.name(),
                book == null ? "" : book.toString(),
                draft.content().theme());
    }

    /** The same answers on the state that somebody else saved meanwhile. */
    FunnelForm on(FunnelDraft saved) {
        return new FunnelForm(ChangeFunnel.seen(saved.name(), saved.content()), name, book, theme);
    }
}
