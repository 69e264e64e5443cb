package app.backmatter.accounts.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.ChangeSettings;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.Words;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workspace's name, sender, currency and conventions; for its owners. */
@Controller
@RequestMapping("/w/{workspace}/settings")
class SettingsController {
    private static final String PAGE = "accounts/settings/edit";

    private final ChangeSettings changeSettings;
    private final Workspaces workspaces;
    private final Words words;

    SettingsController(ChangeSettings changeSettings, Workspaces workspaces, Words words) {
        this.changeSettings = changeSettings;
        this.workspaces = workspaces;
        this.words = words;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAllAttributes(Map.of(
                "currencies",
                WorkspaceChoices.CURRENCIES,
                "timeZones",
                WorkspaceChoices.TIME_ZONES,
                "locales",
                WorkspaceChoices.LOCALES));
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute("form", SettingsForm.of(current()));
        return PAGE;
    }

    @PostMapping
    String save(@Valid @ModelAttribute("form") SettingsForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return PAGE;
        }
        changeSettings.change(current(), form.toSettings());
        redirect.addFlashAttribute("flash", words.say("accounts.settings.saved"));
        return "redirect:/w/{workspace}/settings";
    }

    private WorkspaceView current() {
        return workspaces.get(WorkspaceScope.current());
    }
}
