package app.backmatter.orders.receipt;

/**
 * What a receipt keeps of the day on which its order is paid.
 *
 * @param year in the author's time zone, which numbers count up in
 * @param seller who sells, a line each
 */
public record ReceiptStamp(int year, String seller) {}
