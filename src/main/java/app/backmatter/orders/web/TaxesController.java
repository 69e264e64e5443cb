package app.backmatter.orders.web;

import app.backmatter.orders.tax.KeepTaxes;
import app.backmatter.orders.tax.TaxService;
import app.backmatter.pages.Countries;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the workspace's readers are taxed; for its owners. */
@Controller
@RequestMapping("/w/{workspace}/settings/taxes")
class TaxesController {
    private static final String PAGE = "orders/taxes/edit";

    private final KeepTaxes taxes;
    private final TaxService service;
    private final Words words;

    TaxesController(KeepTaxes taxes, TaxService service, Words words) {
        this.taxes = taxes;
        this.service = service;
        this.words = words;
    }

    @GetMapping
    String edit(Model model) {
        return page(TaxForm.of(taxes.settings()), model);
    }

    @PostMapping
    String save(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        var form = looked(TaxForm.of(request).checked());
        if (!form.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, model);
        }
        taxes.save(form.toSettings(words.say("orders.taxes.name.default")));
        redirect.addFlashAttribute("flash", words.say("orders.taxes.saved"));
        return "redirect:/w/{workspace}/settings/taxes";
    }

    /** Whether Stripe tells taxes turns out by asking it. */
    private TaxForm looked(TaxForm form) {
        if (!form.isByStripe() || !form.isTaxed()) {
            return form;
        }
        return service.isThere() ? service.trouble().map(form::troubled).orElse(form) : form.troubled("keys");
    }

    private String page(TaxForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("stripe", service.isThere());
        model.addAttribute("countries", Countries.named(Locale.ENGLISH));
        return PAGE;
    }
}
