package app.backmatter.audience.web;

import app.backmatter.audience.importing.ImportState;
import app.backmatter.audience.importing.ImportedPeople;
import app.backmatter.audience.importing.Imports;
import app.backmatter.audience.importing.UnreadableList;
import app.backmatter.pages.Slice;
import app.backmatter.storage.Uploads;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of people that are brought from elsewhere. */
@Controller
@RequestMapping("/w/{workspace}/imports")
class ImportsController {
    private final Imports imports;
    private final ImportedPeople people;
    private final Uploads uploads;

    ImportsController(Imports imports, ImportedPeople people, Uploads uploads) {
        this.imports = imports;
        this.people = people;
        this.uploads = uploads;
    }

    @GetMapping
    String index(@RequestParam @Nullable UUID before, Model model) {
        model.addAttribute(
                "imports",
                Slice.of(
                        imports.list(before, Slice.LOOK_FOR),
                        before,
                        each -> each.id().value()));
        return "audience/imports/index";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", ListUploadForm.blank());
        return "audience/imports/new";
    }

    @PostMapping
    String create(
            @ModelAttribute("form") ListUploadForm form,
            BindingResult errors,
            @PathVariable String workspace,
            Principal person,
            Model model) {
        var file = form.store(uploads, person, errors);
        if (file != null) {
            try {
                return "redirect:/w/{workspace}/imports/" + imports.draft(file) + "/edit";
            } catch (UnreadableList e) {
                errors.rejectValue("files", UnreadableList.message(e.reason().name()));
            }
        } else {
            model.addAttribute("arrived", uploads.arrived(form.uploads(), person));
        }
        return "audience/imports/new";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("list", imports.get(id));
        return "audience/imports/show";
    }

    @GetMapping("/{id}/people")
    String people(@PathVariable UUID id, @RequestParam @Nullable UUID before, Model model) {
        var list = imports.get(id);
        model.addAttribute("list", list);
        model.addAttribute(
                "people",
                Slice.of(
                        people.list(list, before, Slice.LOOK_FOR),
                        before,
                        each -> each.id().value()));
        return "audience/imports/people";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        var list = imports.get(id);
        imports.cancel(list.id());
        return list.state() == ImportState.DRAFT
                ? "redirect:/w/{workspace}/imports"
                : "redirect:/w/{workspace}/imports/" + id;
    }
}
