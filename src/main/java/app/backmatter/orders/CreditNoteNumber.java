package app.backmatter.orders;

/** Of a credit note, without gaps in each year of a workspace, and apart from the numbers of receipts. */
public record CreditNoteNumber(int year, long number) {
    /** Of the credit note as a PDF. */
    public String fileName() {
        return "credit-note-" + this + ".pdf";
    }

    /** As it stands on the credit note: C-2026-00003. */
    @Override
    public String toString() {
        return "C-%d-%05d".formatted(year, number);
    }
}
