package app.backmatter.accounts.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.Memberships;
import app.backmatter.accounts.domain.OpenWorkspace;
import app.backmatter.accounts.domain.SignInAccounts;
import app.backmatter.accounts.domain.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The workspaces that the signed-in person may enter, and opening another. */
@Controller
@RequestMapping("/workspaces")
class WorkspacesController {
    private static final String FORM = "accounts/workspaces/new";

    private final Memberships memberships;
    private final OpenWorkspace openWorkspace;
    private final Workspaces workspaces;
    private final SignInAccounts accounts;

    WorkspacesController(
            Memberships memberships, OpenWorkspace openWorkspace, Workspaces workspaces, SignInAccounts accounts) {
        this.memberships = memberships;
        this.openWorkspace = openWorkspace;
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    @ModelAttribute
    void choices(HttpServletRequest request, Model model) {
        model.addAllAttributes(
                Map.of("currencies", WorkspaceChoices.CURRENCIES, "timeZones", WorkspaceChoices.TIME_ZONES));
        model.addAttribute("isAdmin", request.isUserInRole("ADMIN"));
    }

    @GetMapping
    String index(@AuthenticationPrincipal SignedInAccount account, Model model) {
        model.addAttribute("workspaces", memberships.of(account.id()));
        return "accounts/workspaces/index";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", WorkspaceForm.blank());
        return FORM;
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedInAccount account,
            @Valid @ModelAttribute("form") WorkspaceForm form,
            BindingResult errors) {
        if (errors.hasErrors()) {
            return FORM;
        }
        var id = openWorkspace.open(form.toWorkspace(accounts.emailOf(account.id())), account.id());
        return "redirect:/w/" + workspaces.get(id).slug();
    }
}
