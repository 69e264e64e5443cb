package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SenderAddress;
import app.backmatter.orders.domain.Library;
import app.backmatter.orders.domain.SendToEReader;
import app.backmatter.orders.domain.SendToEReader.Outcome;
import app.backmatter.pages.FileSize;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.storage.FileId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Mails a reader's book to the reader's own e-reader. The link that opens the library opens this page. */
@Controller
@RequestMapping("/library/{slug}/{token}/e-reader")
class EReaderController {
    private final Workspaces workspaces;
    private final Library library;
    private final SendToEReader sendToEReader;
    private final SenderAddress sender;

    EReaderController(Workspaces workspaces, Library library, SendToEReader sendToEReader, SenderAddress sender) {
        this.workspaces = workspaces;
        this.library = library;
        this.sendToEReader = sendToEReader;
        this.sender = sender;
    }

    /** What the reader chooses and types in. */
    record EReaderForm(String file, String email) {
        EReaderForm {
            file = Typed.line(file);
            email = Typed.line(email);
        }
    }

    @GetMapping
    String ask(@PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        var workspace = workspaces.bySlug(slug).orElseThrow(NotFound::new);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("form", new EReaderForm("", ""));
        return reader(workspace, token)
                .map(reader -> page(workspace, reader, token, model))
                .orElse(library(slug, token));
    }

    @PostMapping
    String send(
            @PathVariable String slug,
            @PathVariable String token,
            @ModelAttribute("form") EReaderForm form,
            BindingResult errors,
            Model model) {
        var workspace = workspaces.bySlug(slug).orElseThrow(NotFound::new);
        var reader = reader(workspace, token);
        if (reader.isEmpty()) {
            return library(slug, token);
        }
        var file = Optional.ofNullable(Typed.id(form.file())).map(FileId::new);
        var outcome = WorkspaceScope.call(
                workspace.id(),
                () -> file.map(chosen -> sendToEReader.send(reader.get(), chosen, form.email()))
                        .orElse(Outcome.NOT_THEIRS));
        if (outcome == Outcome.SENT) {
            about(workspace, token, model);
            model.addAttribute("email", form.email());
            return "orders/library/e-reader-sent";
        }
        errors.rejectValue(outcome == Outcome.NOT_AN_E_READER ? "email" : "file", "orders.e-reader.error." + outcome);
        return page(workspace, reader.get(), token, model);
    }

    private String page(WorkspaceView workspace, ContactId reader, String token, Model model) {
        about(workspace, token, model);
        model.addAttribute("files", WorkspaceScope.call(workspace.id(), () -> files(reader)));
        return "orders/library/e-reader";
    }

    private Map<String, String> files(ContactId reader) {
        var names = new LinkedHashMap<String, String>();
        sendToEReader
                .sendable(reader)
                .forEach(each -> names.put(
                        each.file().id().toString(),
                        each.file().name() + ", " + FileSize.of(each.file().size())));
        return names;
    }

    private void about(WorkspaceView workspace, String token, Model model) {
        model.addAttribute("author", workspace.name());
        model.addAttribute("slug", workspace.slug());
        model.addAttribute("token", token);
        model.addAttribute("sender", sender.of(workspace.id()));
    }

    private Optional<ContactId> reader(WorkspaceView workspace, String token) {
        return library.open(workspace.id(), token);
    }

    /** Which says why it does not open. */
    private static String library(String slug, String token) {
        return "redirect:/library/" + slug + "/" + token;
    }
}
