package app.backmatter.orders;

import java.util.List;

/**
 * What a credit note says, in words: the same on its page, in its file and on the receipt that it takes from.
 *
 * @param isVoid whether the money came back after all
 * @param date on which the money went back
 * @param order its number
 * @param receipt of what was paid
 * @param seller name, address and tax number as they stood on that day, a line each
 * @param buyer name, address and country as far as they are known, a line each
 * @param things what the money went back for, with how much
 * @param sums below the things
 */
public record CreditNote(
        CreditNoteNumber number,
        boolean isVoid,
        String date,
        String order,
        ReceiptNumber receipt,
        List<String> seller,
        List<String> buyer,
        List<Receipt.Thing> things,
        List<Sum> sums,
        String card) {
    public String total() {
        return sums.stream()
                .filter(sum -> sum.kind() == Sum.Kind.TOTAL)
                .map(Sum::amount)
                .findFirst()
                .orElseThrow();
    }

    /** What of the total was tax. */
    public List<Sum> taxes() {
        return sums.stream().filter(sum -> sum.kind() == Sum.Kind.WITHIN).toList();
    }
}
