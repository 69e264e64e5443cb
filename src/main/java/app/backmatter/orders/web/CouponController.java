package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.orders.coupon.KeepCoupons;
import java.time.Clock;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The author's codes. */
@Controller
@RequestMapping("/w/{slug}/coupons")
class CouponController {
    private static final String HOME = "redirect:/w/{slug}/coupons";
    private static final String ONE = HOME + "/{id}";
    private static final int SHOWN = 50;

    private final KeepCoupons coupons;
    private final CouponWords words;
    private final Clock clock;

    CouponController(KeepCoupons coupons, CouponWords words, Clock clock) {
        this.coupons = coupons;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("coupons", words.rows(coupons.all()));
        return "orders/coupons/index";
    }

    @GetMapping("/new")
    String form(Model model) {
        return asking(model, CouponForm.blank(), "new");
    }

    @PostMapping
    String create(
            @ModelAttribute("form") CouponForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            Model model,
            RedirectAttributes redirect) {
        if (!isGood(form, errors, workspace) || !isFree(coupons.add(terms(form, workspace, null)), errors)) {
            return asking(model, form, "new");
        }
        redirect.addFlashAttribute("flash", words.say("orders.coupon.created", form.code()));
        return HOME;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var coupon = new CouponId(id);
        model.addAttribute("coupon", words.row(coupons.figures(coupon)));
        model.addAttribute("uses", coupons.uses(coupon, SHOWN));
        return "orders/coupons/show";
    }

    @GetMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            Model model) {
        var coupon = coupons.get(new CouponId(id));
        model.addAttribute("coupon", coupon);
        return asking(model, CouponForm.of(coupon, workspace.timeZone()), "edit");
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID id,
            @ModelAttribute("form") CouponForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            Model model,
            RedirectAttributes redirect) {
        var coupon = coupons.get(new CouponId(id));
        if (!isGood(form, errors, workspace)
                || !isFree(coupons.change(coupon.id(), terms(form, workspace, coupon.terms())), errors)) {
            model.addAttribute("coupon", coupon);
            return asking(model, form, "edit");
        }
        redirect.addFlashAttribute("flash", words.say("orders.coupon.saved", form.code()));
        return ONE;
    }

    /** Undone by the deletion of the stop: what the code was good for stays as it is. */
    @PostMapping("/{id}/stop")
    String stop(@PathVariable UUID id, RedirectAttributes redirect) {
        var stopped = coupons.stop(new CouponId(id));
        redirect.addFlashAttribute(
                "flash", words.say("orders.coupon.stopped", stopped.terms().code()));
        return ONE;
    }

    @PostMapping("/{id}/stop/deletion")
    String resume(@PathVariable UUID id, RedirectAttributes redirect) {
        var resumed = coupons.resume(new CouponId(id));
        redirect.addFlashAttribute(
                "flash", words.say("orders.coupon.resumed", resumed.terms().code()));
        return ONE;
    }

    private boolean isGood(CouponForm form, BindingResult errors, WorkspaceView workspace) {
        form.check(errors, workspace, words.scopes().keySet());
        if (!errors.hasErrors()
                && words.price(form)
                        .filter(price -> !form.leavesEnough(workspace, price))
                        .isPresent()) {
            errors.rejectValue("off", "orders.coupon.error.nothing-left");
        }
        return !errors.hasErrors();
    }

    private static boolean isFree(boolean stored, BindingResult errors) {
        if (!stored) {
            errors.rejectValue("code", "orders.coupon.error.taken");
        }
        return stored;
    }

    private CouponTerms terms(CouponForm form, WorkspaceView workspace, @Nullable CouponTerms before) {
        return form.toTerms(workspace, before, clock.instant());
    }

    private String asking(Model model, CouponForm form, String page) {
        model.addAttribute("form", form);
        model.addAttribute("scopes", words.scopes());
        return "orders/coupons/" + page;
    }
}
