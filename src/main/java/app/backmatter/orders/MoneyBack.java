package app.backmatter.orders;

import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money of one payment that went back.
 *
 * @param refund identifies it
 * @param number of its credit note
 * @param isVoid whether the money came back after all: the number stays, and counts for nothing
 * @param seller as the credit note names them, a line each; empty for what went back before there were numbers
 * @param lines what it went back for
 */
public record MoneyBack(
        UUID refund,
        OrderId order,
        CreditNoteNumber number,
        boolean isVoid,
        String seller,
        Instant at,
        Money amount,
        List<RefundedLine> lines) {
    public MoneyBack with(List<RefundedLine> all) {
        return new MoneyBack(refund, order, number, isVoid, seller, at, amount, all);
    }
}
