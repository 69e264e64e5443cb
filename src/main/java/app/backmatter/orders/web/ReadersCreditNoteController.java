package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipts;
import app.backmatter.orders.domain.Library;
import app.backmatter.orders.domain.MoneyBackViews;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.pages.Attachment;
import app.backmatter.pages.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The credit notes of the one whose library it is. */
@Controller
@RequestMapping("/library/{slug}/{token}/credit-notes/{refund}")
class ReadersCreditNoteController {
    private final Workspaces workspaces;
    private final Library library;
    private final MoneyBackViews backs;
    private final OrderViews orders;
    private final Receipts receipts;

    ReadersCreditNoteController(
            Workspaces workspaces, Library library, MoneyBackViews backs, OrderViews orders, Receipts receipts) {
        this.workspaces = workspaces;
        this.library = library;
        this.backs = backs;
        this.orders = orders;
        this.receipts = receipts;
    }

    /** A link that is not good any more leads to where the library says so, and mails another one. */
    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @PathVariable String token,
            @PathVariable UUID refund,
            HttpServletResponse response) {
        var workspace = workspace(slug);
        var owner = library.open(workspace.id(), token);
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return owner.isEmpty()
                ? new ModelAndView("redirect:/library/{slug}/{token}")
                : with(
                        workspace,
                        owner.get(),
                        refund,
                        (back, order) -> new ModelAndView("orders/library/credit-note")
                                .addObject("author", workspace.name())
                                .addObject("here", "/library/%s/%s".formatted(slug, token))
                                .addObject("refund", refund)
                                .addObject("note", receipts.creditNote(back, order)));
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String slug, @PathVariable String token, @PathVariable UUID refund) {
        var workspace = workspace(slug);
        var owner = library.open(workspace.id(), token).orElseThrow(NotFound::new);
        return with(
                workspace,
                owner,
                refund,
                (back, order) -> Attachment.pdf(back.number().fileName(), receipts.creditNotePdf(back, order)));
    }

    private <T> T with(
            WorkspaceView workspace, ContactId owner, UUID refund, BiFunction<MoneyBack, OrderView, T> work) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var back = backs.find(refund).orElseThrow(NotFound::new);
            var order = orders.find(back.order())
                    .filter(found -> found.contact().equals(owner))
                    .orElseThrow(NotFound::new);
            return work.apply(back, order);
        });
    }

    private WorkspaceView workspace(String slug) {
        return workspaces.bySlug(slug).orElseThrow(NotFound::new);
    }
}
