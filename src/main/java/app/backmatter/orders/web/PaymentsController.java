package app.backmatter.orders.web;

import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.stripe.CheckKeys;
import app.backmatter.orders.payment.stripe.StripeAccounts;
import app.backmatter.orders.payment.stripe.StripeHosts;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the workspace takes money with; for its owners. Saved keys never come out again. */
@Controller
@RequestMapping("/w/{workspace}/settings/payments")
class PaymentsController {
    private static final String PAGE = "orders/payments/edit";
    private static final String BACK = "redirect:/w/{workspace}/settings/payments";

    private final StripeAccounts accounts;
    private final StripeHosts hosts;
    private final CheckKeys checkKeys;
    private final PaymentGateway gateway;
    private final Words words;

    PaymentsController(
            StripeAccounts accounts, StripeHosts hosts, CheckKeys checkKeys, PaymentGateway gateway, Words words) {
        this.accounts = accounts;
        this.hosts = hosts;
        this.checkKeys = checkKeys;
        this.gateway = gateway;
        this.words = words;
    }

    @ModelAttribute
    void page(Model model) {
        model.addAttribute("page", PaymentsPage.of(gateway, accounts.connected().orElse(null), hosts.areOpen()));
    }

    /** @param check whether to ask Stripe what it thinks of the saved keys */
    @GetMapping
    String edit(@RequestParam(defaultValue = "false") boolean check, Model model) {
        model.addAttribute("form", StripeForm.of(accounts));
        if (check && accounts.connected().isPresent()) {
            model.addAttribute("findings", checkKeys.check());
        }
        return PAGE;
    }

    /** A key that Stripe does not know is not saved. */
    @PostMapping
    String save(@ModelAttribute("form") StripeForm form, BindingResult errors, RedirectAttributes redirect) {
        form.check(accounts.connected().orElse(null), hosts, errors);
        if (!errors.hasErrors() && !form.secret().isEmpty()) {
            checkKeys
                    .trouble(form.secret(), form.base(accounts))
                    .ifPresent(found ->
                            errors.rejectValue("secretKey", found.messageKey(), new Object[] {found.detail()}, ""));
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        accounts.connect(form.secret(), form.webhook(), form.base(accounts));
        redirect.addFlashAttribute("flash", words.say("orders.payments.saved"));
        return BACK + "?check=true";
    }

    @GetMapping("/deletion")
    String askToRemove() {
        return "orders/payments/delete";
    }

    @PostMapping("/deletion")
    String remove(RedirectAttributes redirect) {
        accounts.disconnect();
        redirect.addFlashAttribute("flash", words.say("orders.payments.removed"));
        return BACK;
    }
}
