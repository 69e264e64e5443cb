package app.backmatter.reports.domain;

import app.backmatter.funnels.OfferDeclined;
import app.backmatter.funnels.ReaderConfirmed;
import app.backmatter.funnels.ReaderSetOut;
import app.backmatter.funnels.ReaderSignedUp;
import app.backmatter.funnels.StepSeen;
import app.backmatter.orders.PaymentDeclined;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.orders.PaymentRefunded;
import app.backmatter.orders.RefundUndone;
import java.util.List;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears what readers do and keeps the facts. Events may come twice and in any order. Each listener opens its transaction
 * itself, once it is its turn: an {@code @ApplicationModuleListener} would hold a connection while it waits.
 */
@Component
class RecordFacts {
    private final FactWriter facts;

    RecordFacts(FactWriter facts) {
        this.facts = facts;
    }

    @Async
    @TransactionalEventListener(id = "reports.step-seen")
    void on(StepSeen.Batch batch) {
        var rows = batch.seen().stream().map(Sighting::of).toList();
        facts.inOneTransaction(() -> facts.run(FactSql.SEE, rows));
    }

    @Async
    @TransactionalEventListener(id = "reports.reader-set-out")
    void on(ReaderSetOut setOut) {
        begin(List.of(Sighting.of(setOut)));
    }

    @Async
    @TransactionalEventListener(id = "reports.reader-signed-up")
    void on(ReaderSignedUp.Batch batch) {
        begin(batch.signedUp().stream().map(Sighting::of).toList());
    }

    @Async
    @TransactionalEventListener(id = "reports.reader-confirmed")
    void on(ReaderConfirmed confirmed) {
        note(List.of(Happening.of(confirmed)));
    }

    @Async
    @TransactionalEventListener(id = "reports.offer-declined")
    void on(OfferDeclined declined) {
        note(List.of(Happening.of(declined)));
    }

    @Async
    @TransactionalEventListener(id = "reports.payment-declined")
    void on(PaymentDeclined declined) {
        note(List.of(Happening.of(declined)));
    }

    @Async
    @TransactionalEventListener(id = "reports.payment-received")
    void on(PaymentReceived payment) {
        note(Happening.of(payment));
    }

    @Async
    @TransactionalEventListener(id = "reports.payment-refunded")
    void on(PaymentRefunded refund) {
        note(Happening.of(refund));
    }

    @Async
    @TransactionalEventListener(id = "reports.refund-undone")
    void on(RefundUndone undone) {
        note(Happening.of(undone));
    }

    private void begin(List<Sighting> rows) {
        facts.inOneTransaction(() -> {
            facts.run(FactSql.BEGIN, rows);
            facts.run(FactSql.SEE, rows);
            facts.run(FactSql.CREDIT, rows);
        });
    }

    private void note(List<Happening> rows) {
        facts.inOneTransaction(() -> {
            facts.run(FactSql.MEET, rows);
            facts.run(FactSql.NOTE, rows);
            facts.run(FactSql.CREDIT, rows);
        });
    }
}
