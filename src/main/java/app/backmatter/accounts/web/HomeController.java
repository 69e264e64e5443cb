package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.Memberships;
import app.backmatter.accounts.domain.SignedInAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to the only workspace, or to the choice. */
@Controller
class HomeController {
    private final Memberships memberships;

    HomeController(Memberships memberships) {
        this.memberships = memberships;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedInAccount account) {
        var workspaces = memberships.of(account.id());
        return workspaces.size() == 1 ? "redirect:/w/" + workspaces.getFirst().slug() : "redirect:/workspaces";
    }
}
