package app.backmatter.orders.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductView;
import app.backmatter.orders.ReadersWay;
import app.backmatter.orders.coupon.Coupon;
import app.backmatter.orders.coupon.CouponFigures;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.orders.coupon.Reduction;
import app.backmatter.orders.coupon.Reduction.AmountOff;
import app.backmatter.orders.coupon.Reduction.PercentOff;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Codes in the author's words. */
@Component
class CouponWords {
    private final Catalog catalog;
    private final ObjectProvider<ReadersWay> ways;
    private final Format format;
    private final Words words;
    private final Clock clock;

    CouponWords(Catalog catalog, ObjectProvider<ReadersWay> ways, Format format, Words words, Clock clock) {
        this.catalog = catalog;
        this.ways = ways;
        this.format = format;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A code in the author's words.
     *
     * @param until the last day, empty for none; or the first one when it is yet to come
     * @param uses such as {@code 3 of 50}
     */
    record Row(Coupon coupon, Coupon.State state, String off, String scope, String until, String uses, Money brought) {}

    List<Row> rows(List<CouponFigures> all) {
        var scopes = scopes();
        return all.stream().map(figures -> row(figures, scopes)).toList();
    }

    Row row(CouponFigures figures) {
        return row(figures, scopes());
    }

    /** What a code can be good for, by how the form names it. */
    Map<String, String> scopes() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", words.say("orders.coupon.scope.all"));
        catalog.all().stream()
                .filter(product -> !product.isFree())
                .forEach(product -> choices.put(
                        CouponScope.product(product.id()), words.say("orders.coupon.scope.product", product.name())));
        ways.forEach(way -> way.funnels()
                .forEach((id, name) ->
                        choices.put(CouponScope.funnel(id), words.say("orders.coupon.scope.funnel", name))));
        return choices;
    }

    /** Of the one product that the code is for, if there is one. */
    Optional<Money> price(CouponForm form) {
        return Optional.ofNullable(CouponScope.productOf(form.scope()))
                .flatMap(catalog::find)
                .map(ProductView::price);
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    private Row row(CouponFigures figures, Map<String, String> scopes) {
        var coupon = figures.coupon();
        var terms = coupon.terms();
        var most = terms.mostUses();
        return new Row(
                coupon,
                coupon.state(clock.instant()),
                off(terms.reduction()),
                scopes.getOrDefault(CouponScope.of(terms), words.say("orders.coupon.scope.gone")),
                until(terms),
                most == null
                        ? words.say("orders.coupon.uses.unlimited", figures.times())
                        : words.say("orders.coupon.uses", format.count(figures.times()), format.count(most)),
                figures.brought());
    }

    private String until(CouponTerms terms) {
        if (clock.instant().isBefore(terms.startsAt())) {
            return words.say("orders.coupon.from", format.date(terms.startsAt()));
        }
        return terms.endsAt() == null ? "" : format.date(terms.endsAt().minusMillis(1));
    }

    private String off(Reduction reduction) {
        return switch (reduction) {
            case PercentOff(Percent percent) -> format.percent(percent.basisPoints());
            case AmountOff(Money amount) -> format.money(amount);
        };
    }
}
