package app.backmatter.audience.web;

import app.backmatter.audience.importing.Field;
import app.backmatter.audience.importing.ImportState;
import app.backmatter.audience.importing.Imports;
import app.backmatter.audience.importing.ListImport;
import app.backmatter.audience.importing.Plan;
import app.backmatter.pages.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a list is to be taken: its columns, tags and consent, with what its first rows become. */
@Controller
@RequestMapping("/w/{workspace}/imports/{id}")
class ImportPlanController {
    private static final String ITS_PAGE = "redirect:/w/{workspace}/imports/{id}";

    private final Imports imports;
    private final Words words;

    ImportPlanController(Imports imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, Model model) {
        var list = imports.get(id);
        if (list.state() != ImportState.DRAFT) {
            return ITS_PAGE;
        }
        model.addAttribute("form", PlanForm.of(list.plan()));
        return page(list, list.plan(), model);
    }

    /** Keeps what is typed, and shows what it does. */
    @PostMapping
    String update(@PathVariable UUID id, @ModelAttribute("form") PlanForm form, BindingResult errors, Model model) {
        var list = imports.get(id);
        var plan = form.toPlan(list);
        form.check(plan, errors);
        if (errors.hasErrors()) {
            return page(list, plan, model);
        }
        imports.plan(list.id(), plan);
        return ITS_PAGE + "/edit#preview";
    }

    @PostMapping("/start")
    String start(@PathVariable UUID id, @ModelAttribute("form") PlanForm form, BindingResult errors, Model model) {
        var list = imports.get(id);
        if (list.state() != ImportState.DRAFT) {
            return ITS_PAGE;
        }
        var plan = form.toPlan(list);
        form.check(plan, errors);
        form.checkWhole(imports.needsRest(list, plan), imports.needsConsent(list, plan), errors);
        if (errors.hasErrors()) {
            return page(list, plan, model);
        }
        imports.start(list.id(), plan);
        return ITS_PAGE;
    }

    private String page(ListImport list, Plan plan, Model model) {
        if (list.state() != ImportState.DRAFT) {
            return ITS_PAGE;
        }
        model.addAttribute("list", list);
        model.addAttribute("preview", imports.preview(list, plan));
        model.addAttribute("asksRest", imports.needsRest(list, plan));
        model.addAttribute("parts", imports.parts(list));
        model.addAttribute("choices", choices());
        return "audience/imports/edit";
    }

    private Map<String, String> choices() {
        return Arrays.stream(Field.values())
                .collect(Collectors.toMap(
                        Field::name,
                        field -> words.say("audience.import.field." + field),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }
}
