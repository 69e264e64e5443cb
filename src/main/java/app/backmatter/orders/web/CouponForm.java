package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.LeastCharge;
import app.backmatter.orders.coupon.Code;
import app.backmatter.orders.coupon.Coupon;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.orders.coupon.Reduction;
import app.backmatter.orders.coupon.Reduction.AmountOff;
import app.backmatter.orders.coupon.Reduction.PercentOff;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What an author types about a code.
 *
 * @param off a percentage with its sign, else an amount
 * @param scope as {@link CouponScope} names it
 * @param firstDay and {@code lastDay} as {@link CouponDays} reads them
 * @param mostUses empty for any number, as {@code mostPerReader}
 */
record CouponForm(
        String code,
        String off,
        String scope,
        String minimum,
        String firstDay,
        String lastDay,
        String mostUses,
        String mostPerReader) {
    CouponForm {
        code = Typed.line(code).toUpperCase(Locale.ROOT);
        off = Typed.line(off);
        scope = Typed.line(scope);
        minimum = Typed.line(minimum);
        firstDay = Typed.line(firstDay);
        lastDay = Typed.line(lastDay);
        mostUses = Typed.line(mostUses);
        mostPerReader = Typed.line(mostPerReader);
    }

    static CouponForm blank() {
        return new CouponForm("", "", "", "", "", "", "", "1");
    }

    static CouponForm of(Coupon coupon, ZoneId zone) {
        var terms = coupon.terms();
        var days = CouponDays.of(terms, zone);
        return new CouponForm(
                terms.code(),
                off(terms.reduction()),
                CouponScope.of(terms),
                terms.minimum().isZero() ? "" : terms.minimum().typed(),
                days.first(),
                days.last(),
                number(terms.mostUses()),
                number(terms.mostPerReader()));
    }

    /** @param scopes that can be chosen */
    void check(Errors errors, WorkspaceView workspace, Set<String> scopes) {
        refuse(errors, "code", Code.read(code).isEmpty(), "orders.coupon.error.code");
        refuse(errors, "off", reduction(workspace).isEmpty(), "orders.coupon.error.off");
        refuse(errors, "scope", !scopes.contains(scope), "layout.form.unreadable");
        refuse(errors, "minimum", minimum(workspace).isEmpty(), "orders.coupon.error.minimum");
        refuse(errors, "firstDay", CouponDays.isWrong(firstDay), "orders.coupon.error.day");
        refuse(errors, "lastDay", CouponDays.isWrong(lastDay), "orders.coupon.error.day");
        refuse(errors, "lastDay", days().areTurnedRound(), "orders.coupon.error.days");
        refuse(errors, "mostUses", isWrong(mostUses), "orders.coupon.error.count");
        refuse(errors, "mostPerReader", isWrong(mostPerReader), "orders.coupon.error.count");
    }

    /** Of a form without errors. @param before the terms that it changes, if it does */
    CouponTerms toTerms(WorkspaceView workspace, @Nullable CouponTerms before, Instant now) {
        return new CouponTerms(
                Code.read(code).orElseThrow(),
                reduction(workspace).orElseThrow(),
                CouponScope.productOf(scope),
                CouponScope.funnelOf(scope),
                minimum(workspace).orElseThrow(),
                days().startsAt(workspace.timeZone(), before, now),
                days().endsAt(workspace.timeZone()),
                count(mostUses).orElse(null),
                count(mostPerReader).orElse(null));
    }

    /** Whether a card would still be charged for a price. */
    boolean leavesEnough(WorkspaceView workspace, Money price) {
        return reduction(workspace)
                .filter(reduction -> !LeastCharge.allows(price.minus(
                        switch (reduction) {
                            case PercentOff(Percent percent) -> percent.of(price);
                            case AmountOff(Money amount) -> amount;
                        })))
                .isEmpty();
    }

    private CouponDays days() {
        return new CouponDays(firstDay, lastDay);
    }

    private Optional<Reduction> reduction(WorkspaceView workspace) {
        return off.contains("%")
                ? Percent.parse(off)
                        .filter(percent -> percent.basisPoints() > 0 && percent.basisPoints() < 10_000)
                        .map(PercentOff::new)
                : Money.parse(off, workspace.currency())
                        .filter(amount -> !amount.isZero())
                        .map(AmountOff::new);
    }

    private Optional<Money> minimum(WorkspaceView workspace) {
        return minimum.isEmpty()
                ? Optional.of(Money.zero(workspace.currency()))
                : Money.parse(minimum, workspace.currency());
    }

    private static String off(Reduction reduction) {
        return switch (reduction) {
            case PercentOff(Percent percent) -> percent.typed() + "%";
            case AmountOff(Money amount) -> amount.typed();
        };
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static boolean isWrong(String typed) {
        return !typed.isEmpty() && count(typed).isEmpty();
    }

    private static Optional<Integer> count(String typed) {
        return typed.matches("[1-9][0-9]{0,6}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static void refuse(Errors errors, String field, boolean wrong, String message) {
        if (wrong && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, message);
        }
    }
}
