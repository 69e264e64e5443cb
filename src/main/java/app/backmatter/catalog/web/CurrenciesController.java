package app.backmatter.catalog.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.catalog.currency.EcbRates;
import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.pages.CurrencyChoices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The currencies that readers can pay in beside the workspace's own; for its owners. */
@Controller
@RequestMapping("/w/{slug}/settings/currencies")
class CurrenciesController {
    private static final String PAGE = "catalog/currencies/edit";
    /** All days since 1999 are below a megabyte. */
    private static final long LARGEST_FILE = 2 << 20;

    private final KeepRates rates;
    private final ProductWords words;
    private final Clock clock;

    CurrenciesController(KeepRates rates, ProductWords words, Clock clock) {
        this.rates = rates;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String edit(Model model) {
        return page(CurrenciesForm.of(rates.all()), model);
    }

    @PostMapping
    String save(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), workspace.timeZone());
        var form = read(CurrenciesForm.of(request), file, workspace, today);
        if (!form.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, model);
        }
        rates.save(form.toRates(workspace.currency(), today));
        redirect.addFlashAttribute("flash", words.of("catalog.currencies.saved"));
        return "redirect:/w/{slug}/settings/currencies";
    }

    private static CurrenciesForm read(
            CurrenciesForm typed, @Nullable MultipartFile file, WorkspaceView workspace, LocalDate today)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return typed.checked(workspace.currency(), today);
        }
        var bank = file.getSize() > LARGEST_FILE ? Optional.<EcbRates>empty() : EcbRates.read(file.getBytes());
        return bank.map(found -> typed.by(found, workspace.currency()).checked(workspace.currency(), today))
                .orElseGet(typed::withUnreadableFile);
    }

    private String page(CurrenciesForm form, Model model) {
        var own = rates.own().getCurrencyCode();
        var choices = new LinkedHashMap<String, String>();
        choices.put("", "");
        choices.putAll(CurrencyChoices.NAMED);
        choices.remove(own);
        model.addAttribute("form", form);
        model.addAttribute("own", own);
        model.addAttribute("ownName", CurrencyChoices.NAMED.getOrDefault(own, own));
        model.addAttribute("currencies", choices);
        return PAGE;
    }
}
