package app.backmatter.orders.web;

import app.backmatter.accounts.Network;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Receipts;
import app.backmatter.orders.domain.Delivery;
import app.backmatter.orders.domain.Library;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.orders.domain.SendLibraryLink;
import app.backmatter.orders.domain.SendToEReader;
import app.backmatter.pages.Attachment;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The reader's library: asked for by e-mail address, opened by the link that is mailed there. */
@Controller
@RequestMapping("/library")
class LibraryController {
    /** Of one author's readers, so that a crowd behind one address does not lock out another's. */
    private static final RequestLimit PER_NETWORK = new RequestLimit("library-network", 20, Duration.ofHours(1));

    private final Workspaces workspaces;
    private final SendLibraryLink sendLibraryLink;
    private final Library library;
    private final Delivery delivery;
    private final OrderViews orders;
    private final Receipts receipts;
    private final SendToEReader sendToEReader;
    private final RequestLimits limits;

    LibraryController(
            Workspaces workspaces,
            SendLibraryLink sendLibraryLink,
            Library library,
            Delivery delivery,
            OrderViews orders,
            Receipts receipts,
            SendToEReader sendToEReader,
            RequestLimits limits) {
        this.workspaces = workspaces;
        this.sendLibraryLink = sendLibraryLink;
        this.library = library;
        this.delivery = delivery;
        this.orders = orders;
        this.receipts = receipts;
        this.sendToEReader = sendToEReader;
        this.limits = limits;
    }

    /** What the reader types in. */
    record LibraryForm(@Nullable String email) {
        Optional<EmailAddress> address() {
            return email == null ? Optional.empty() : EmailAddress.parse(email);
        }
    }

    @GetMapping("/{slug}")
    String ask(@PathVariable String slug, Model model) {
        about(workspace(slug), model);
        model.addAttribute("form", new LibraryForm(""));
        return "orders/library/new";
    }

    /** Whoever asks too often gets the same answer as everybody, and no mail. */
    @PostMapping("/{slug}")
    String send(
            @PathVariable String slug,
            @ModelAttribute("form") LibraryForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        var workspace = workspace(slug);
        about(workspace, model);
        var email = form.address();
        if (email.isEmpty()) {
            errors.rejectValue("email", "orders.library.error.email");
            return "orders/library/new";
        }
        if (limits.take(PER_NETWORK, workspace.id() + " " + Network.of(request.getRemoteAddr()))) {
            WorkspaceScope.run(workspace.id(), () -> sendLibraryLink.ask(email.get()));
        }
        model.addAttribute("email", email.get());
        return "orders/library/sent";
    }

    @GetMapping("/{slug}/{token}")
    String open(@PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        var workspace = workspace(slug);
        response.setHeader("Cache-Control", "no-store");
        var owner = library.open(workspace.id(), token);
        if (owner.isEmpty()) {
            return broken(workspace, library.isExpired(workspace.id(), token), model, response);
        }
        about(workspace, model);
        model.addAttribute("token", token);
        WorkspaceScope.run(workspace.id(), () -> {
            model.addAttribute("shelf", Shelf.of(delivery.ownedBy(owner.get())));
            model.addAttribute("toEReader", !sendToEReader.sendable(owner.get()).isEmpty());
            var bought = orders.of(owner.get());
            model.addAttribute("receipts", LibraryReceipt.of(bought, workspace, token));
            model.addAttribute("creditNotes", LibraryCreditNote.of(receipts.backs(bought), workspace, token));
            model.addAttribute("takenBack", delivery.takenBackFrom(owner.get()));
            model.addAttribute("heldBack", delivery.heldBackFrom(owner.get()));
        });
        return "orders/library/show";
    }

    /** Of an order of the one whose library it is. */
    @GetMapping("/{slug}/{token}/receipts/{order}")
    ResponseEntity<byte[]> receipt(@PathVariable String slug, @PathVariable String token, @PathVariable UUID order) {
        var workspace = workspace(slug);
        var owner = library.open(workspace.id(), token).orElseThrow(NotFound::new);
        return WorkspaceScope.call(
                workspace.id(),
                () -> orders.find(new OrderId(order))
                        .filter(found -> found.contact().equals(owner))
                        .map(found -> Attachment.pdf(found.receipt().fileName(), receipts.pdf(found)))
                        .orElseThrow(NotFound::new));
    }

    private static String broken(WorkspaceView workspace, boolean expired, Model model, HttpServletResponse response) {
        response.setStatus((expired ? HttpStatus.GONE : HttpStatus.NOT_FOUND).value());
        model.addAttribute("expired", expired);
        about(workspace, model);
        model.addAttribute("form", new LibraryForm(""));
        return "orders/library/gone";
    }

    private WorkspaceView workspace(String slug) {
        return workspaces.bySlug(slug).orElseThrow(NotFound::new);
    }

    private static void about(WorkspaceView workspace, Model model) {
        model.addAttribute("author", workspace.name());
        model.addAttribute("slug", workspace.slug());
    }
}
