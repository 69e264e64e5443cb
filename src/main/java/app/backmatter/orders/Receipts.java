package app.backmatter.orders;

import app.backmatter.orders.receipt.ReceiptPdf;
import app.backmatter.orders.receipt.WriteReceipt;
import org.springframework.stereotype.Service;

/** Receipts of the paid orders of the workspace in scope. */
@Service
public class Receipts {
    private final WriteReceipt writeReceipt;
    private final ReceiptPdf pdf;

    Receipts(WriteReceipt writeReceipt, ReceiptPdf pdf) {
        this.writeReceipt = writeReceipt;
        this.pdf = pdf;
    }

    public Receipt of(OrderView order) {
        return writeReceipt.of(order);
    }

    /** A tagged PDF of one page or more, with the words of the receipt. */
    public byte[] pdf(OrderView order) {
        return pdf.of(writeReceipt.of(order));
    }
}
