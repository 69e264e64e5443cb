package app.backmatter.orders;

import app.backmatter.orders.domain.MoneyBackViews;
import app.backmatter.orders.receipt.ReceiptPdf;
import app.backmatter.orders.receipt.WriteCreditNote;
import app.backmatter.orders.receipt.WriteReceipt;
import java.util.List;
import org.springframework.stereotype.Service;

/** Receipts of the paid orders of the workspace in scope, and credit notes of what went back of them. */
@Service
public class Receipts {
    private final WriteReceipt writeReceipt;
    private final WriteCreditNote writeCreditNote;
    private final ReceiptPdf pdf;
    private final MoneyBackViews backs;

    Receipts(WriteReceipt writeReceipt, WriteCreditNote writeCreditNote, ReceiptPdf pdf, MoneyBackViews backs) {
        this.writeReceipt = writeReceipt;
        this.writeCreditNote = writeCreditNote;
        this.pdf = pdf;
        this.backs = backs;
    }

    public Receipt of(OrderView order) {
        return writeReceipt.of(order, backs(order));
    }

    /** A tagged PDF of one page or more, with the words of the receipt. */
    public byte[] pdf(OrderView order) {
        return pdf.of(of(order));
    }

    /** What went back of the order and stayed there, first one first. */
    public List<MoneyBack> backs(OrderView order) {
        return order.refunded().isZero()
                ? List.of()
                : backs.of(order.id()).stream().filter(back -> !back.isVoid()).toList();
    }

    /** What went back of any of them. */
    public List<MoneyBack> backs(List<OrderView> orders) {
        return orders.stream().flatMap(order -> backs(order).stream()).toList();
    }

    /** @param order that the money went back of */
    public CreditNote creditNote(MoneyBack back, OrderView order) {
        return writeCreditNote.of(back, order);
    }

    /** A tagged PDF with the words of the credit note. */
    public byte[] creditNotePdf(MoneyBack back, OrderView order) {
        return pdf.of(creditNote(back, order));
    }
}
