package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Lines;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.LineItem;
import app.backmatter.shared.Money;

/** The two totals of a checkout, in words. */
record CheckoutTotals(String plain, String withBump) {
    static CheckoutTotals of(Reader reader, CheckoutOffer offer) {
        return new CheckoutTotals(total(reader, offer, false), total(reader, offer, true));
    }

    public String of(boolean bump) {
        return bump ? withBump : plain;
    }

    private static String total(Reader reader, CheckoutOffer offer, boolean withBump) {
        return Lines.of(reader, offer, withBump).stream()
                .map(LineItem::charged)
                .reduce(Money::plus)
                .orElseThrow()
                .format(reader.content().locale());
    }
}
