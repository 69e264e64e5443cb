package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.DownloadAllowance;
import app.backmatter.orders.domain.OrderDetails;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens an order's files again for a reader who downloaded them as often as was allowed. */
@Controller
@RequestMapping("/w/{slug}/orders/{id}/download-allowance")
class DownloadAllowanceController {
    private final DownloadAllowance allowance;
    private final OrderDetails orders;
    private final Words words;

    DownloadAllowanceController(DownloadAllowance allowance, OrderDetails orders, Words words) {
        this.allowance = allowance;
        this.orders = orders;
        this.words = words;
    }

    @PostMapping
    String renew(@PathVariable UUID id, RedirectAttributes redirect) {
        var order = new OrderId(id);
        if (orders.find(order).isEmpty()) {
            throw new NotFound();
        }
        allowance.renew(order);
        redirect.addFlashAttribute("flash", words.say("orders.allowance.renewed"));
        return "redirect:/w/{slug}/orders/" + id;
    }
}
