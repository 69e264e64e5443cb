package app.backmatter.funnels.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.passage.Passage;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.mail.Outbox;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.orders.Receipts;
import app.backmatter.pages.Attachment;
import app.backmatter.pages.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was bought, with its downloads. Who has come this far gets the receipt's letter now. */
@Controller
class ReceiptController {
    private final Readers readers;
    private final Ways ways;
    private final Orders orders;
    private final Outbox outbox;
    private final Gifts gifts;
    private final Workspaces workspaces;
    private final Receipts receipts;

    ReceiptController(
            Readers readers,
            Ways ways,
            Orders orders,
            Outbox outbox,
            Gifts gifts,
            Workspaces workspaces,
            Receipts receipts) {
        this.readers = readers;
        this.ways = ways;
        this.orders = orders;
        this.outbox = outbox;
        this.gifts = gifts;
        this.workspaces = workspaces;
        this.receipts = receipts;
    }

    @GetMapping("/r/{token}/receipt")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return readers.onTheWay(token, reader -> {
            var payment = reader.passage().payment();
            if (payment == null) {
                return PublicPages.seeOther(reader.path());
            }
            if (!Onlooker.sent(request)) {
                outbox.release(reader.passage().workspace(), "receipt:" + payment.order());
            }
            return receipt(reader, payment);
        });
    }

    @GetMapping("/r/{token}/receipt/file")
    ResponseEntity<byte[]> file(@PathVariable String token) {
        return readers.onTheWay(token, reader -> {
            var payment = reader.passage().payment();
            return Optional.ofNullable(payment)
                    .flatMap(paid -> orders.find(paid.order()))
                    .map(order -> Attachment.pdf(order.receipt().fileName(), receipts.pdf(order)))
                    .orElseThrow(NotFound::new);
        });
    }

    private ModelAndView receipt(Reader reader, Passage.Payment payment) {
        var order = orders.find(payment.order()).orElseThrow(NotFound::new);
        var workspace = reader.passage().workspace();
        var author = workspaces.get(workspace);
        var own = orders.kept(order);
        return PublicPages.page("receipt", reader)
                .addObject(
                        "order",
                        ReceiptPage.of(
                                order,
                                receipts.of(order),
                                own,
                                orders.present(order.id())
                                        .map(bought -> ReceiptPresent.of(bought, author))
                                        .orElse(null),
                                missing(order.contact()),
                                orders.downloads(
                                        order.contact(),
                                        own.stream().map(LineItem::product).toList())))
                .addObject("gift", reader.mayHaveGift() ? gifts.of(reader).orElse(null) : null)
                .addObject("library", library(reader, order))
                .addObject("contact", author.senderAddress())
                .addObject("note", ways.of(reader).note().orElse(null));
    }

    private Map<ProductId, String> missing(ContactId contact) {
        var missing = new HashMap<ProductId, String>();
        orders.takenBackFrom(contact).forEach(product -> missing.put(product, "funnels.receipt.taken-back"));
        orders.heldBackFrom(contact).forEach(product -> missing.put(product, "funnels.receipt.held-back"));
        return missing;
    }

    /** A library holds all that a person ever bought: only who reads that person's mailbox is led there. */
    private @Nullable String library(Reader reader, OrderView order) {
        ContactId contact = reader.passage().contact();
        return reader.proven() && order.contact().equals(contact) ? orders.libraryUrl(order.contact()) : null;
    }
}
