package app.backmatter.orders;

/** What was told as gone back is the author's again: the bank did not take it, or found late that it was the author's. */
public record RefundUndone(PaymentRefunded refund) {}
