package app.backmatter.orders.payment.sandbox;

import java.time.Duration;

/** What a test card does when money is to go back to it. */
enum Repayment {
    PAYS,
    /** Pays back; the answer gets lost, but the processor can be asked at once. */
    PAYS_AND_TIMES_OUT,
    PAYS_SLOWLY,
    /** The bank takes its time. */
    PAYS_LATER,
    REFUSES,
    /** The bank takes its time, and then says no. */
    REFUSES_LATER;

    /** How long a bank takes its time. */
    static final Duration LATER = Duration.ofMinutes(2);

    boolean refuses() {
        return this == REFUSES || this == REFUSES_LATER;
    }

    boolean isPending() {
        return this == PAYS_LATER || this == REFUSES_LATER;
    }
}
