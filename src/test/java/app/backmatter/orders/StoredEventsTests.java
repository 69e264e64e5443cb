package app.backmatter.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Money;
import app.backmatter.support.BackmatterTest;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.core.EventSerializer;

/** Events that the version before stored, which was stopped before all of its listeners had heard them. */
@BackmatterTest
class StoredEventsTests {
    private static final String LINE = """
        {"product": {"value": "0199b3a1-0000-7000-8000-000000000001"}, "name": "Workbook", "kind": "TRIPWIRE",
         "step": "0199b3a1-0000-7000-8000-000000000002",
         "price": {"minorUnits": 1900, "currency": "USD", "zero": false, "whole": true},
         "discount": {"minorUnits": 0, "currency": "USD", "zero": true, "whole": true},
         "tax": {"amount": {"minorUnits": 303, "currency": "USD", "zero": false, "whole": false}, "included": true,
                 "basisPoints": 1900, "name": "VAT"}}
        """;
    private static final String WHO = """
        "workspace": {"value": "0199b3a1-0000-7000-8000-000000000003"},
        "order": {"value": "0199b3a1-0000-7000-8000-000000000004"},
        "funnel": "0199b3a1-0000-7000-8000-000000000005", "passage": "0199b3a1-0000-7000-8000-000000000006",
        "contact": {"value": "0199b3a1-0000-7000-8000-000000000007"},
        "amount": {"minorUnits": 1900, "currency": "USD", "zero": false, "whole": true},
        "source": {"kind": "DIRECT", "id": null, "label": ""}, "at": "2026-11-20T10:00:00Z"
        """;
    private static final String PAID = """
        {%s, "lines": [%s], "first": true}
        """.formatted(WHO, LINE);
    private static final String REFUNDED = """
        {%s, "refund": "0199b3a1-0000-7000-8000-000000000008", "checkout": "0199b3a1-0000-7000-8000-000000000002",
         "paidAt": "2026-11-19T10:00:00Z",
         "lines": [{"line": %s, "amount": {"minorUnits": 1000, "currency": "USD", "zero": false},
                    "tax": {"minorUnits": 160, "currency": "USD", "zero": false}}]}
        """.formatted(WHO, LINE);

    @Autowired
    EventSerializer events;

    @Test
    void aPaymentWithoutARateWasInTheWorkspacesOwnCurrency() {
        var paid = events.deserialize(PAID, PaymentReceived.class);

        assertThat(paid.rate()).isEqualTo(ExchangeRate.same(Currency.getInstance("USD")));
        assertThat(paid.lines().getFirst().wasChosen()).isFalse();
        assertThat(paid.lines().getFirst().earned()).isEqualTo(Money.of(1597, "USD"));
    }

    @Test
    void aRefundWithoutARateTakesBackWhatTheReaderHadPaidWithoutItsTax() {
        var undone = events.deserialize("{\"refund\": " + REFUNDED + "}", RefundUndone.class);

        assertThat(undone.refund().lines().getFirst().own()).isEqualTo(Money.of(840, "USD"));
    }

    @Test
    void aPaymentIsReadAsItWasStored() {
        var paid = events.deserialize(PAID, PaymentReceived.class);

        assertThat(events.deserialize(events.serialize(paid), PaymentReceived.class))
                .isEqualTo(paid);
    }
}
