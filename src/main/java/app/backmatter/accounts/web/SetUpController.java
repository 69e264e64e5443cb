package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.Installation;
import app.backmatter.accounts.domain.SetUpInstallation;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first run: the first account and its workspace. Closed for ever after. */
@Controller
@RequestMapping("/set-up")
class SetUpController {
    private static final String PAGE = "accounts/set-up/new";

    private final Installation installation;
    private final SetUpInstallation setUpInstallation;

    SetUpController(Installation installation, SetUpInstallation setUpInstallation) {
        this.installation = installation;
        this.setUpInstallation = setUpInstallation;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAllAttributes(
                Map.of("currencies", WorkspaceChoices.CURRENCIES, "timeZones", WorkspaceChoices.TIME_ZONES));
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", SetUpForm.blank());
        return installation.isSetUp() ? "redirect:/" : PAGE;
    }

    @PostMapping
    String setUp(@Valid @ModelAttribute("form") SetUpForm form, BindingResult errors, HttpServletRequest request)
            throws ServletException {
        if (installation.isSetUp()) {
            return "redirect:/";
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        var account = form.toAccount();
        if (setUpInstallation.setUp(account, form.toWorkspace())) {
            request.login(account.email().value(), account.password());
        }
        return "redirect:/";
    }
}
