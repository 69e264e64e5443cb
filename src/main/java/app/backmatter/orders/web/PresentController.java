package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.domain.Library;
import app.backmatter.orders.present.ClaimPresent;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a present. Looking at it changes nothing; its button makes it the reader's own. */
@Controller
@RequestMapping("/present/{token}")
class PresentController {
    private final ClaimPresent claimPresent;
    private final Library library;
    private final Workspaces workspaces;
    private final Words words;

    PresentController(ClaimPresent claimPresent, Library library, Workspaces workspaces, Words words) {
        this.claimPresent = claimPresent;
        this.library = library;
        this.workspaces = workspaces;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        return claimPresent.with(token, payment -> page(token, payment, model, response));
    }

    /** @param consent there when the box was ticked */
    @PostMapping
    String claim(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String consent,
            Model model,
            HttpServletResponse response) {
        return claimPresent.with(token, payment -> {
            var agreed = consent.isEmpty() ? "" : consent(author());
            return claimPresent
                    .claim(payment, agreed)
                    .map(contact ->
                            "redirect:" + URI.create(library.url(contact)).getRawPath())
                    .orElseGet(() -> page(token, payment, model, response));
        });
    }

    /** A link that was cut off on its way, most likely. */
    @ExceptionHandler
    String unknown(NotFound nothing, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "orders/presents/unknown";
    }

    private String page(String token, UUID payment, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var author = author();
        var shown = claimPresent.look(payment);
        if (shown.view().isTakenBack()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("author", author.name());
        model.addAttribute("slug", author.slug());
        model.addAttribute("token", token);
        model.addAttribute("present", shown);
        model.addAttribute("consent", consent(author));
        return "orders/presents/show";
    }

    private WorkspaceView author() {
        return workspaces.get(WorkspaceScope.current());
    }

    private String consent(WorkspaceView author) {
        return words.say("orders.present.consent", author.name());
    }
}
