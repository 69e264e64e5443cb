package app.backmatter.orders;

/**
 * Where a buyer lives, as far as it was asked.
 *
 * @param country two letters; empty when it was not asked
 * @param lines street and place as they were typed; empty when they were not asked
 */
public record BuyerAddress(String country, String lines) {
    public static final BuyerAddress UNKNOWN = new BuyerAddress("", "");
    /** In characters. */
    public static final int LONGEST = 300;
}
