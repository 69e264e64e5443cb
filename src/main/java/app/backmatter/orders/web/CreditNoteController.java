package app.backmatter.orders.web;

import app.backmatter.orders.MoneyBack;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipts;
import app.backmatter.orders.domain.MoneyBackViews;
import app.backmatter.orders.domain.OrderViews;
import app.backmatter.pages.Attachment;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The author's credit notes, each by its refund. */
@Controller
@RequestMapping("/w/{workspace}/orders/credit-notes/{id}")
class CreditNoteController {
    private final MoneyBackViews backs;
    private final OrderViews orders;
    private final Receipts receipts;

    CreditNoteController(MoneyBackViews backs, OrderViews orders, Receipts receipts) {
        this.backs = backs;
        this.orders = orders;
        this.receipts = receipts;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        var back = back(id);
        var order = order(back);
        model.addAttribute("order", order);
        model.addAttribute("note", receipts.creditNote(back, order));
        return "orders/credit-notes/show";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var back = back(id);
        return Attachment.pdf(back.number().fileName(), receipts.creditNotePdf(back, order(back)));
    }

    private MoneyBack back(UUID id) {
        return backs.find(id).orElseThrow(NotFound::new);
    }

    private OrderView order(MoneyBack back) {
        return orders.find(back.order()).orElseThrow(NotFound::new);
    }
}
