package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.OrderList;
import app.backmatter.orders.domain.OrderList.Row;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.SourceNames;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The author's orders. */
@Controller
@RequestMapping("/w/{workspace}/orders")
class OrderController {
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final OrderList orders;
    private final OrderPage page;
    private final SourceNames sources;

    OrderController(OrderList orders, OrderPage page, SourceNames sources) {
        this.orders = orders;
        this.page = page;
        this.sources = sources;
    }

    /** An order in the list, with its source in the author's words. */
    record Listed(Row order, String source) {}

    @GetMapping
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model,
            Locale locale) {
        int at = Math.clamp(number, 1, LAST_PAGE);
        var found = orders.search(q, PAGE + 1, (long) (at - 1) * PAGE);
        var names = sources.in(locale);
        model.addAttribute(
                "orders",
                found.stream()
                        .limit(PAGE)
                        .map(row -> new Listed(row, names.apply(row.source())))
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("page", at);
        model.addAttribute("hasNext", found.size() > PAGE);
        return "orders/orders/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("page", page.of(new OrderId(id), locale).orElseThrow(NotFound::new));
        return "orders/orders/show";
    }
}
