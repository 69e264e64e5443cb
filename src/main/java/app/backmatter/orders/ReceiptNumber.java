package app.backmatter.orders;

/** Of a receipt, without gaps in each year of a workspace. */
public record ReceiptNumber(int year, long number) {
    /** Of the receipt as a PDF. */
    public String fileName() {
        return "receipt-" + this + ".pdf";
    }

    /** As it stands on the receipt: 2026-00012. */
    @Override
    public String toString() {
        return "%d-%05d".formatted(year, number);
    }
}
