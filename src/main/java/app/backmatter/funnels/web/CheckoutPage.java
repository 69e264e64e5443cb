package app.backmatter.funnels.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.ReadersCurrency;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.Coupons;
import app.backmatter.orders.SumUp;
import app.backmatter.orders.TaxUnknown.Reason;
import app.backmatter.orders.Taxes;
import app.backmatter.pages.Countries;
import app.backmatter.pages.PaymentMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a checkout: what is bought, what was typed, and what is wrong with it. */
@Component
class CheckoutPage {
    /** That nobody can tell the tax at the moment. */
    static final String UNTAXED = "funnels.checkout.tax-unknown";

    private final Workspaces workspaces;
    private final PaymentMode payments;
    private final Coupons coupons;
    private final Taxes taxes;
    private final SumUp sumUp;
    private final ReadersCurrency currencies;
    private final Checkout checkout;

    CheckoutPage(
            Workspaces workspaces,
            PaymentMode payments,
            Coupons coupons,
            Taxes taxes,
            SumUp sumUp,
            ReadersCurrency currencies,
            Checkout checkout) {
        this.workspaces = workspaces;
        this.payments = payments;
        this.coupons = coupons;
        this.taxes = taxes;
        this.sumUp = sumUp;
        this.currencies = currencies;
        this.checkout = checkout;
    }

    /** @param problem a message key; absent where all is well */
    ModelAndView of(
            Reader reader, CheckoutOffer offer, CheckoutForm form, CheckoutBill bill, @Nullable String problem) {
        var workspace = workspaces.get(reader.passage().workspace());
        var locale = reader.content().locale();
        return PublicPages.page("checkout", reader)
                .addObject("page", StepPage.of(reader.content(), offer))
                .addObject("bump", BumpPage.of(reader.content(), offer))
                .addObject("totals", totals(bill, form, locale))
                .addObject("shown", bill.shown())
                .addObject("refusal", bill.refusal())
                .addObject(
                        "least",
                        offer.least().map(least -> least.format(locale)).orElse(null))
                .addObject("takesCodes", offer.takesCodes() && (bill.refusal() != null || coupons.areThere()))
                .addObject("asked", taxes.questions())
                .addObject("countries", taxes.questions().country() ? Countries.named(locale) : Map.of())
                .addObject("currencies", CurrencyChoice.of(currencies.choices(reader, offer), offer, locale))
                .addObject("form", bill.untaxed() == Reason.NO_SUCH_PLACE ? form.nowhere() : form)
                .addObject("problem", problem == null && bill.untaxed() == Reason.NOT_NOW ? UNTAXED : problem)
                .addObject("asksForCard", checkout.asksForCard())
                .addObject("sandbox", payments.isSandbox())
                .addObject("test", payments.isTest())
                .addObject("contact", workspace.senderAddress());
    }

    private CheckoutTotals totals(CheckoutBill bill, CheckoutForm form, Locale locale) {
        return CheckoutTotals.of(
                sumUp.of(bill.plain().totals(), form.coupon(), locale),
                sumUp.of(bill.withBump().totals(), form.coupon(), locale),
                form.bump());
    }
}
