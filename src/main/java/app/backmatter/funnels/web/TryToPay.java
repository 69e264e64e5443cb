package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One try to pay at a checkout: looks at what was typed, asks the card, and leads on or back. */
@Component
class TryToPay {
    private final PayCheckout payCheckout;
    private final CardTries cardTries;
    private final CheckoutPage page;
    private final Clock clock;

    TryToPay(PayCheckout payCheckout, CardTries cardTries, CheckoutPage page, Clock clock) {
        this.payCheckout = payCheckout;
        this.cardTries = cardTries;
        this.page = page;
        this.clock = clock;
    }

    ModelAndView at(Reader reader, CheckoutOffer offer, HttpServletRequest request) {
        var card = CheckoutForm.card(request);
        var form = CheckoutForm.of(request).checked(card, YearMonth.now(clock));
        var email = EmailAddress.parse(form.email());
        if (!form.errors().isEmpty() || email.isEmpty()) {
            return again(reader, offer, form, "layout.form.errors", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!cardTries.areLeft(request)) {
            return payCheckout.isUnderWay(reader, offer)
                    ? PublicPages.seeOther(reader.paymentPath(offer))
                    : tooManyTries(reader, offer, form);
        }
        try {
            var outcome = payCheckout.pay(reader, offer, email.get(), form.typed(), card.toCard());
            cardTries.count(request, outcome);
            return answer(reader, offer, form, outcome);
        } catch (AttemptConflict e) {
            return PublicPages.seeOther(reader.paymentPath(offer));
        }
    }

    /** A declined card leads back by a redirect, so that a reload asks for nothing to be sent again. */
    private ModelAndView answer(Reader reader, CheckoutOffer offer, CheckoutForm form, PaymentOutcome outcome) {
        return switch (outcome) {
            case PaymentOutcome.Paid _ -> PublicPages.seeOther(reader.path());
            case PaymentOutcome.Declined(var _, String reason)
            when reason.equals(Refusal.TOO_MANY_TRIES) -> tooManyTries(reader, offer, form);
            case PaymentOutcome.Declined(var _, String reason) ->
                PublicPages.seeOther(Refusal.path(reader, offer, reason));
            case PaymentOutcome.AuthenticationRequired required -> PublicPages.seeOther(required.url());
            case PaymentOutcome.Released _, PaymentOutcome.Unsettled _ ->
                PublicPages.seeOther(reader.paymentPath(offer));
        };
    }

    private ModelAndView tooManyTries(Reader reader, CheckoutOffer offer, CheckoutForm form) {
        return again(reader, offer, form, Refusal.problem(Refusal.TOO_MANY_TRIES), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView again(
            Reader reader, CheckoutOffer offer, CheckoutForm form, String problem, HttpStatus status) {
        var again = page.of(reader, offer, form, problem);
        again.setStatus(status);
        return again;
    }
}
