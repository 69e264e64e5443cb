package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.Taxes;
import app.backmatter.orders.TypedCard;
import app.backmatter.pages.Conventions;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One try to pay at a checkout: looks at what was typed, asks the card, and leads on or back. */
@Component
class TryToPay {
    private final Checkout checkout;
    private final PayCheckout payCheckout;
    private final CardTries cardTries;
    private final MakeOutBill bills;
    private final Taxes taxes;
    private final CheckoutPage page;
    private final Onward onward;
    private final Conventions conventions;
    private final Clock clock;

    TryToPay(
            Checkout checkout,
            PayCheckout payCheckout,
            CardTries cardTries,
            MakeOutBill bills,
            Taxes taxes,
            CheckoutPage page,
            Onward onward,
            Conventions conventions,
            Clock clock) {
        this.checkout = checkout;
        this.payCheckout = payCheckout;
        this.cardTries = cardTries;
        this.bills = bills;
        this.taxes = taxes;
        this.page = page;
        this.onward = onward;
        this.conventions = conventions;
        this.clock = clock;
    }

    /** @param bill whose refused code is mended, or taken out, before anything is charged */
    ModelAndView at(
            Reader reader, CheckoutOffer offer, CheckoutForm typed, CheckoutBill bill, HttpServletRequest request) {
        var card = checkout.asksForCard() ? CheckoutFields.card(request) : null;
        var form = checked(typed, card);
        var email = EmailAddress.parse(form.email());
        if (!form.errors().isEmpty() || bill.isToBeMended() || email.isEmpty()) {
            return again(reader, offer, form, bill, "layout.form.errors", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (bill.untaxed() != null) {
            return again(reader, offer, form, bill, CheckoutPage.UNTAXED, HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (!bill.wasShown(EntryForm.parameter(request, "shown"))) {
            return again(reader, offer, form, bill, "funnels.checkout.changed", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!cardTries.areLeft(request)) {
            return payCheckout.isUnderWay(reader, offer)
                    ? PublicPages.seeOther(reader.paymentPath(offer))
                    : tooManyTries(reader, offer, form, bill);
        }
        try {
            var outcome = payCheckout.pay(
                    reader, offer, email.get(), form.typed(), bill.chosen(), card == null ? null : card.toCard());
            cardTries.count(request, outcome);
            return codeRefused(outcome)
                    .map(refusal -> withoutCode(reader, offer, form, refusal, request))
                    .orElseGet(() -> answer(reader, offer, form, bill, outcome));
        } catch (AttemptConflict e) {
            return PublicPages.seeOther(reader.paymentPath(offer));
        }
    }

    private static Optional<CouponRefusal> codeRefused(PaymentOutcome outcome) {
        return outcome instanceof PaymentOutcome.Declined(var _, String reason)
                ? CouponRefusal.of(reason)
                : Optional.empty();
    }

    private ModelAndView withoutCode(
            Reader reader, CheckoutOffer offer, CheckoutForm form, CouponRefusal refusal, HttpServletRequest request) {
        var bill = bills.refused(reader, offer, form, new CouponAnswer.Refused(refusal, null), request);
        return again(reader, offer, form, bill, "layout.form.errors", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A declined card leads back by a redirect, so that a reload asks for nothing to be sent again. */
    private ModelAndView answer(
            Reader reader, CheckoutOffer offer, CheckoutForm form, CheckoutBill bill, PaymentOutcome outcome) {
        return switch (outcome) {
            case PaymentOutcome.Paid _ -> PublicPages.seeOther(reader.path());
            case PaymentOutcome.Declined(var _, String reason)
            when reason.equals(Refusal.TOO_MANY_TRIES) -> tooManyTries(reader, offer, form, bill);
            case PaymentOutcome.Declined(var _, String reason) ->
                PublicPages.seeOther(Refusal.path(reader, offer, reason));
            case PaymentOutcome.AuthenticationRequired required -> onward.to(required.url(), reader, offer);
            case PaymentOutcome.Released _, PaymentOutcome.Unsettled _ ->
                PublicPages.seeOther(reader.paymentPath(offer));
        };
    }

    private CheckoutForm checked(CheckoutForm form, @Nullable TypedCard card) {
        var asked = taxes.questions();
        var whole = card == null ? form.checked(asked) : form.checked(card, YearMonth.now(clock), asked);
        return whole.checkedPresent(LocalDate.ofInstant(clock.instant(), conventions.timeZone()));
    }

    private ModelAndView tooManyTries(Reader reader, CheckoutOffer offer, CheckoutForm form, CheckoutBill bill) {
        return again(reader, offer, form, bill, Refusal.problem(Refusal.TOO_MANY_TRIES), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView again(
            Reader reader,
            CheckoutOffer offer,
            CheckoutForm form,
            CheckoutBill bill,
            String problem,
            HttpStatus status) {
        var again = page.of(reader, offer, form, bill, problem);
        again.setStatus(status);
        return again;
    }
}
