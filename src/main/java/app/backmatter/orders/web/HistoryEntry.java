package app.backmatter.orders.web;

import java.time.Instant;
import java.util.Comparator;

/**
 * A line of an order's history and where it stands: by its time, and among those of one moment beside the payment that it
 * belongs to.
 *
 * @param tryNumber of the try to pay that it belongs to; behind all of them when it belongs to none
 */
record HistoryEntry(int tryNumber, Turn turn, HistoryLine line) {
    static final Comparator<HistoryEntry> IN_ORDER = Comparator.<HistoryEntry, Instant>comparing(
                    entry -> entry.line().at())
            .thenComparing(HistoryEntry::tryNumber)
            .thenComparing(HistoryEntry::turn);

    /** Among the lines of one payment. */
    enum Turn {
        YES,
        PAYMENT,
        DELIVERY,
        REST
    }
}
