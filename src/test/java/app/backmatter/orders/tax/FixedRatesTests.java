package app.backmatter.orders.tax;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.Tax;
import app.backmatter.orders.Totals;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import app.backmatter.support.CouponFixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedRatesTests {
    private static final List<TaxRate> RATES =
            List.of(new TaxRate("DE", new Percent(1900), "MwSt."), new TaxRate("FR", new Percent(550), "TVA"));

    private final LineItem workbook = line("Workbook", OfferKind.TRIPWIRE, 1999);
    private final LineItem audio = line("Audio", OfferKind.ORDER_BUMP, 50);

    @Test
    void addsTheTaxOnTopRoundedByLine() {
        var taxed = new FixedRates(RATES, false).on(List.of(workbook, audio), in("DE"));

        assertThat(taxed.getFirst().tax()).isEqualTo(new Tax(Money.of(380, "USD"), false, 1900, "MwSt."));
        assertThat(taxed).extracting(line -> line.charged().minorUnits()).containsExactly(2379L, 60L);
        assertThat(Totals.of(taxed).charged()).isEqualTo(Money.of(2439, "USD"));
    }

    @Test
    void roundsHalfACentUp() {
        var half = new FixedRates(RATES, false).on(List.of(line("Half", OfferKind.UPSELL, 50)), in("DE"));
        assertThat(half.getFirst().tax().amount().minorUnits()).as("9.5").isEqualTo(10);
    }

    @Test
    void findsTheTaxThatIsInThePrice() {
        var taxed = new FixedRates(RATES, true).on(List.of(line("Book", OfferKind.UPSELL, 1190)), in("DE"));

        assertThat(taxed.getFirst().tax()).isEqualTo(new Tax(Money.of(190, "USD"), true, 1900, "MwSt."));
        assertThat(taxed.getFirst().charged()).isEqualTo(Money.of(1190, "USD"));
        assertThat(taxed.getFirst().earned()).isEqualTo(Money.of(1000, "USD"));
    }

    @Test
    void taxesWhatACouponLeft() {
        var reduced = CouponFixtures.percent(50).of(List.of(line("Book", OfferKind.UPSELL, 2000)), line -> true);

        assertThat(new FixedRates(RATES, false)
                        .on(reduced, in("DE"))
                        .getFirst()
                        .tax()
                        .amount())
                .isEqualTo(Money.of(190, "USD"));
    }

    @Test
    void taxesNothingElsewhere() {
        assertThat(new FixedRates(RATES, false).on(List.of(workbook), in("US"))).containsExactly(workbook);
        assertThat(new FixedRates(RATES, false).on(List.of(workbook), in(""))).containsExactly(workbook);
    }

    @Test
    void neverTakesMoreThanIsCharged() {
        var random = new Random(20261122);
        for (int round = 0; round < 2000; round++) {
            var rates = List.of(new TaxRate("DE", new Percent(1 + random.nextInt(10_000)), "VAT"));
            var line = line("Thing", OfferKind.UPSELL, random.nextInt(100_000));
            var on = new FixedRates(rates, false).on(List.of(line), in("DE")).getFirst();
            var in = new FixedRates(rates, true).on(List.of(line), in("DE")).getFirst();

            assertThat(on.earned()).isEqualTo(line.price());
            assertThat(in.charged()).isEqualTo(line.price());
            assertThat(in.earned().minorUnits()).isBetween(0L, line.price().minorUnits());
        }
    }

    private static BuyerAddress in(String country) {
        return new BuyerAddress(country, "", "");
    }
}
