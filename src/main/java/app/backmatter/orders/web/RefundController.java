package app.backmatter.orders.web;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.PreviewRefund;
import app.backmatter.orders.domain.RefundOrder;
import app.backmatter.orders.domain.RefundRefused;
import app.backmatter.orders.domain.RefundWish;
import app.backmatter.orders.web.RefundPage.Refunded;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives money of an order back: typed, then looked at in words, then done. */
@Controller
@RequestMapping("/w/{workspace}/orders/{id}/refunds")
class RefundController {
    private final RefundPage page;
    private final RefundWords told;
    private final PreviewRefund preview;
    private final RefundOrder refund;
    private final Words words;

    RefundController(RefundPage page, RefundWords told, PreviewRefund preview, RefundOrder refund, Words words) {
        this.page = page;
        this.told = told;
        this.preview = preview;
        this.refund = refund;
        this.words = words;
    }

    /** @param line to give back that one alone; empty for all */
    @GetMapping("/new")
    ModelAndView ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String line) {
        var order = page.order(new OrderId(id));
        return page.form(order, RefundForm.blank(order.refunding(), Typed.id(line)), HttpStatus.OK);
    }

    /** Says in words what would happen. */
    @PostMapping("/new")
    ModelAndView review(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Principal author,
            RedirectAttributes redirect) {
        var order = page.order(new OrderId(id));
        var form = RefundForm.of(order.refunding(), typed);
        return typed.containsKey("change")
                ? page.form(order, form, HttpStatus.OK)
                : answer(order, form, author, redirect, wish -> page.review(order, form, preview.preview(wish)));
    }

    /** The same form a second time finds what the first one did. */
    @PostMapping
    ModelAndView create(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Principal author,
            RedirectAttributes redirect) {
        var order = page.order(new OrderId(id));
        return answer(order, RefundForm.of(order.refunding(), typed), author, redirect, wish -> {
            refund.refund(wish);
            return back(redirect, told.going(wish), told.refused(wish));
        });
    }

    private ModelAndView answer(
            Refunded order,
            RefundForm form,
            Principal author,
            RedirectAttributes redirect,
            Function<RefundWish, ModelAndView> work) {
        var checked = form.checked(order.refunding());
        if (!checked.errors().isEmpty()) {
            return page.form(order, checked, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return work.apply(form.toWish(order.id(), order.refunding(), author.getName()));
        } catch (RefundRefused e) {
            return page.form(order, form.refused(order.refunding(), e.reason()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (AttemptConflict e) {
            return back(redirect, "", words.say("orders.refund.conflict"));
        }
    }

    private static ModelAndView back(RedirectAttributes redirect, String flash, String problem) {
        if (!flash.isEmpty()) {
            redirect.addFlashAttribute("flash", flash);
        }
        if (!problem.isEmpty()) {
            redirect.addFlashAttribute("problem", problem);
        }
        return new ModelAndView("redirect:/w/{workspace}/orders/{id}");
    }
}
