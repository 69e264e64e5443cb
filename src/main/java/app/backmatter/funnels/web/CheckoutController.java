package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One page to pay on. Nothing but the tick of the order bump and what a person types is taken from the browser. */
@Controller
@RequestMapping("/r/{token}/checkout/{step}")
class CheckoutController {
    private static final String DECLINED = "orders.declined.";

    private final Readers readers;
    private final Ways ways;
    private final PayCheckout payCheckout;
    private final CardTries cardTries;
    private final StepViews views;
    private final CheckoutPage page;
    private final Clock clock;

    CheckoutController(
            Readers readers,
            Ways ways,
            PayCheckout payCheckout,
            CardTries cardTries,
            StepViews views,
            CheckoutPage page,
            Clock clock) {
        this.readers = readers;
        this.ways = ways;
        this.payCheckout = payCheckout;
        this.cardTries = cardTries;
        this.views = views;
        this.page = page;
        this.clock = clock;
    }

    /** @param declined why the card or the bank said no, when the reader is led back here */
    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            @RequestParam @Nullable String declined,
            HttpServletRequest request) {
        return atCheckout(token, step, letter, (reader, offer) -> {
            if (!Onlooker.sent(request)) {
                views.seen(reader, offer);
            }
            var problem = declined == null ? null : DECLINED + Refusal.of(declined);
            return page.of(reader, offer, CheckoutForm.of(payCheckout.typed(reader, offer)), problem);
        });
    }

    @PostMapping
    ModelAndView pay(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            HttpServletRequest request) {
        return atCheckout(token, step, letter, (reader, offer) -> {
            views.seen(reader, offer);
            var typed = CheckoutForm.of(request);
            if (request.getParameter("update") != null) {
                return page.of(reader, offer, typed, null);
            }
            var card = CheckoutForm.card(request);
            var form = typed.checked(card, YearMonth.now(clock));
            var email = EmailAddress.parse(form.email());
            if (!form.errors().isEmpty() || email.isEmpty()) {
                return again(reader, offer, form, "layout.form.errors", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (!cardTries.areLeft(request)) {
                return payCheckout.isUnderWay(reader, offer)
                        ? PublicPages.seeOther(reader.paymentPath(offer))
                        : tooManyTries(reader, offer, form);
            }
            return paid(reader, offer, form, () -> {
                var outcome = payCheckout.pay(reader, offer, email.get(), form.typed(), card.toCard());
                cardTries.count(request, outcome);
                return outcome;
            });
        });
    }

    /** A declined card leads back here by a redirect, so that a reload asks for nothing to be sent again. */
    private ModelAndView paid(Reader reader, CheckoutOffer offer, CheckoutForm form, Payment payment) {
        try {
            return switch (payment.pay()) {
                case PaymentOutcome.Paid _ -> PublicPages.seeOther(reader.path());
                case PaymentOutcome.Declined(var _, String reason)
                when reason.equals(Refusal.TOO_MANY_TRIES) -> tooManyTries(reader, offer, form);
                case PaymentOutcome.Declined(var _, String reason) ->
                    PublicPages.seeOther(Refusal.path(reader, offer, reason));
                case PaymentOutcome.AuthenticationRequired required -> PublicPages.seeOther(required.url());
                case PaymentOutcome.Released _, PaymentOutcome.Unsettled _ ->
                    PublicPages.seeOther(reader.paymentPath(offer));
            };
        } catch (AttemptConflict e) {
            return PublicPages.seeOther(reader.paymentPath(offer));
        }
    }

    private ModelAndView atCheckout(
            String token, UUID step, @Nullable String letter, BiFunction<Reader, CheckoutOffer, ModelAndView> work) {
        return readers.onTheWay(token, found -> {
            var reader = found.broughtBy(letter);
            var offer = reader.step(step, CheckoutOffer.class);
            var way = ways.of(reader);
            if (reader.mustConfirm()) {
                return PublicPages.seeOther("/confirm/" + token);
            }
            return way.isOffered(offer)
                    ? work.apply(reader, way.withoutOwnedBump(offer))
                    : PublicPages.seeOther(reader.path() + "/steps/" + step);
        });
    }

    private ModelAndView tooManyTries(Reader reader, CheckoutOffer offer, CheckoutForm form) {
        return again(reader, offer, form, DECLINED + Refusal.TOO_MANY_TRIES, HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView again(
            Reader reader, CheckoutOffer offer, CheckoutForm form, String problem, HttpStatus status) {
        var again = page.of(reader, offer, form, problem);
        again.setStatus(status);
        return again;
    }

    @FunctionalInterface
    private interface Payment {
        PaymentOutcome pay();
    }
}
