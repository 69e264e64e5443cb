package app.backmatter.orders.coupon;

import static app.backmatter.support.CouponFixtures.LONG_AGO;
import static app.backmatter.support.CouponFixtures.amount;
import static app.backmatter.support.CouponFixtures.percent;
import static app.backmatter.support.CouponFixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.shared.Money;
import app.backmatter.support.OrderFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponTests {
    private static final UUID FUNNEL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final LineItem workbook = OrderFixtures.line("Workbook", OfferKind.TRIPWIRE, 1999);
    private final LineItem audio = OrderFixtures.line("Audio", OfferKind.ORDER_BUMP, 700);

    @Test
    void takesAPartOffEachLineHalfACentUp() {
        assertThat(discounts(ask(coupon(terms("HALF", percent(50), null, null)), workbook, audio)))
                .containsExactly(1000L, 350L);
    }

    @Test
    void takesAnAmountOffOnceSharedByTheLines() {
        assertThat(discounts(ask(coupon(terms("FIVE", amount(500), null, null)), workbook, audio)))
                .containsExactly(370L, 130L);
    }

    @Test
    void sharesEveryAmountWithoutLosingACentOrGoingBelowNothing() {
        var random = new Random(20261122);
        for (int round = 0; round < 2000; round++) {
            var lines = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                    .mapToObj(n -> OrderFixtures.line("Thing " + n, OfferKind.UPSELL, random.nextInt(3000)))
                    .toList();
            long prices =
                    lines.stream().mapToLong(line -> line.price().minorUnits()).sum();
            long off = 1 + random.nextInt(5000);

            var reduced = amount(off).of(lines, line -> true);

            assertThat(reduced.stream()
                            .mapToLong(line -> line.discount().minorUnits())
                            .sum())
                    .isEqualTo(Math.min(off, prices));
            assertThat(reduced).allMatch(line -> line.charged().minorUnits() >= 0);
        }
    }

    @Test
    void reducesItsOwnProductAlone() {
        var terms = terms("AUDIO", percent(50), null, null);
        var coupon = coupon(new CouponTerms(
                terms.code(), terms.reduction(), audio.product(), null, terms.minimum(), LONG_AGO, null, null, null));

        assertThat(discounts(ask(coupon, workbook, audio))).containsExactly(0L, 350L);
        assertThat(refusal(ask(coupon, workbook))).isEqualTo(CouponRefusal.NOT_FOR_THIS);
    }

    @Test
    void worksInItsOwnFunnelAlone() {
        assertThat(refusal(ask(coupon(inFunnel(UUID.randomUUID())), workbook))).isEqualTo(CouponRefusal.NOT_FOR_THIS);
        assertThat(ask(coupon(inFunnel(FUNNEL)), workbook)).isInstanceOf(Accepted.class);
    }

    @Test
    void leavesNothingThatNoCardIsChargedFor() {
        assertThat(ask(coupon(terms("MUCH", amount(1949), null, null)), workbook))
                .as("fifty cents are left")
                .isInstanceOf(Accepted.class);
        var refused = ask(coupon(terms("MUCH", amount(1950), null, null)), workbook);
        assertThat(refused).isEqualTo(new Refused(CouponRefusal.TOO_MUCH, Money.of(50, "USD")));
        assertThat(refusal(ask(coupon(terms("MORE", amount(9900), null, null)), workbook)))
                .isEqualTo(CouponRefusal.TOO_MUCH);
    }

    @Test
    void looksAtThePricesBeforeItForItsMinimum() {
        var terms = terms("TEN", percent(10), null, null);
        var coupon = coupon(new CouponTerms(
                terms.code(), terms.reduction(), null, null, Money.of(2699, "USD"), LONG_AGO, null, null, null));

        assertThat(ask(coupon, workbook, audio)).isInstanceOf(Accepted.class);
        assertThat(ask(coupon, workbook)).isEqualTo(new Refused(CouponRefusal.MINIMUM, Money.of(2699, "USD")));
    }

    @Test
    void worksFromItsFirstMomentUntilItsLast() {
        assertThat(refusal(ask(coupon(between(NOW.plusMillis(1), null)), workbook)))
                .isEqualTo(CouponRefusal.NOT_YET);
        assertThat(ask(coupon(between(NOW, NOW.plusMillis(1))), workbook)).isInstanceOf(Accepted.class);
        assertThat(refusal(ask(coupon(between(LONG_AGO, NOW)), workbook))).isEqualTo(CouponRefusal.ENDED);
        var stopped = new Coupon(CouponId.next(), terms("STOP", percent(10), null, null), NOW, 0);
        assertThat(refusal(ask(stopped, workbook))).isEqualTo(CouponRefusal.ENDED);
    }

    @Test
    void keepsToItsUsesInAllAndOfEachReader() {
        var terms = terms("FEW", percent(10), 3, 1);

        assertThat(refusal(ask(new Coupon(CouponId.next(), terms, null, 3), workbook)))
                .isEqualTo(CouponRefusal.USED_UP);
        var coupon = new Coupon(CouponId.next(), terms, null, 2);
        assertThat(coupon.on(List.of(workbook), FUNNEL, new Coupon.Use(false, 0), NOW))
                .isInstanceOf(Accepted.class);
        assertThat(refusal(coupon.on(List.of(workbook), FUNNEL, new Coupon.Use(false, 1), NOW)))
                .isEqualTo(CouponRefusal.USED_BY_READER);
    }

    @Test
    void staysWithWhoeverIsPayingWithIt() {
        var usedUp = new Coupon(CouponId.next(), terms("LAST", percent(10), 1, 1), null, 1);

        assertThat(usedUp.on(List.of(workbook), FUNNEL, new Coupon.Use(true, 1), NOW))
                .isInstanceOf(Accepted.class);
    }

    private static CouponTerms inFunnel(UUID funnel) {
        var terms = terms("HERE", percent(10), null, null);
        return new CouponTerms(
                terms.code(), terms.reduction(), null, funnel, terms.minimum(), LONG_AGO, null, null, null);
    }

    private static CouponTerms between(Instant start, @Nullable Instant end) {
        var terms = terms("SOON", percent(10), null, null);
        return new CouponTerms(terms.code(), terms.reduction(), null, null, terms.minimum(), start, end, null, null);
    }

    private static Coupon coupon(CouponTerms terms) {
        return new Coupon(CouponId.next(), terms, null, 0);
    }

    private static CouponAnswer ask(Coupon coupon, LineItem... lines) {
        return coupon.on(List.of(lines), FUNNEL, new Coupon.Use(false, 0), NOW);
    }

    private static CouponRefusal refusal(CouponAnswer answer) {
        return ((Refused) answer).reason();
    }

    private static List<Long> discounts(CouponAnswer answer) {
        return ((Accepted) answer)
                .lines().stream().map(line -> line.discount().minorUnits()).toList();
    }
}
