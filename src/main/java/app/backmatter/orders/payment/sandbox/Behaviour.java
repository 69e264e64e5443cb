package app.backmatter.orders.payment.sandbox;

import java.time.Duration;

/** What a test card does when it is charged. */
enum Behaviour {
    PAYS,
    DECLINES,
    LACKS_FUNDS,
    AUTHENTICATES,
    /** Charges; the answer gets lost, but the processor can be asked at once. */
    PAYS_AND_TIMES_OUT,
    /** Charges; the answer gets lost, and the processor does not answer for a while. */
    PAYS_AND_STAYS_SILENT,
    PAYS_SLOWLY;

    /** How long an answer takes that comes late. */
    static final Duration SLOWNESS = Duration.ofSeconds(3);

    /** How long the processor can't be asked. */
    static final Duration SILENCE = Duration.ofSeconds(8);
}
