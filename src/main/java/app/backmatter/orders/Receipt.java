package app.backmatter.orders;

import java.util.List;

/**
 * What a paid order's receipt says, in words: the same on its page and in its file.
 *
 * @param date on which it was paid
 * @param order its number
 * @param seller name, address and tax number as they stood on that day, a line each
 * @param buyer name, address and country as far as they are known, a line each
 * @param things what was bought, with its price
 * @param sums below the things
 * @param refunds what went back since, first one first
 * @param left of the total after the refunds; empty where there are none
 */
public record Receipt(
        ReceiptNumber number,
        String date,
        String order,
        List<String> seller,
        List<String> buyer,
        List<Thing> things,
        List<Sum> sums,
        String card,
        List<CreditNote> refunds,
        String left) {
    public record Thing(String name, String price) {}
}
