package app.backmatter.orders.web;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.Receipts;
import app.backmatter.orders.domain.DownloadAllowance;
import app.backmatter.orders.domain.OrderList;
import app.backmatter.orders.domain.OrderList.Row;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.pages.Attachment;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Slice;
import app.backmatter.pages.SourceNames;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final OrderList orders;
    private final OrderPage page;
    private final DownloadAllowance allowance;
    private final SourceNames sources;
    private final OrderViews paid;
    private final Receipts receipts;

    OrderController(
            OrderList orders,
            OrderPage page,
            DownloadAllowance allowance,
            SourceNames sources,
            OrderViews paid,
            Receipts receipts) {
        this.orders = orders;
        this.page = page;
        this.allowance = allowance;
        this.sources = sources;
        this.paid = paid;
        this.receipts = receipts;
    }

    /** An order in the list, with its source in the author's words. */
    record Listed(Row order, String source) {}

    @GetMapping
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID before,
            Model model,
            Locale locale) {
        var found = orders.search(q, before, Slice.LOOK_FOR);
        var names = sources.in(locale);
        model.addAttribute(
                "orders",
                Slice.of(found, before, row -> row.id().value())
                        .map(row -> new Listed(row, names.apply(row.source()))));
        model.addAttribute("q", q);
        return "orders/orders/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("page", page.of(new OrderId(id), locale).orElseThrow(NotFound::new));
        model.addAttribute("id", id);
        model.addAttribute("usedUp", allowance.isUsedUp(new OrderId(id)));
        return "orders/orders/show";
    }

    @GetMapping("/{id}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
        var order = paid.find(new OrderId(id)).orElseThrow(NotFound::new);
        return Attachment.pdf(order.receipt().fileName(), receipts.pdf(order));
    }
}
