package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.passage.KeepOutcome;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a payment went that was not settled at once: after the bank's page, or while the processor is silent. */
@Controller
class PaymentController {
    private final Readers readers;
    private final Checkout checkout;
    private final KeepOutcome keepOutcome;
    private final PayCheckout payCheckout;
    private final Onward onward;

    PaymentController(
            Readers readers, Checkout checkout, KeepOutcome keepOutcome, PayCheckout payCheckout, Onward onward) {
        this.readers = readers;
        this.checkout = checkout;
        this.keepOutcome = keepOutcome;
        this.payCheckout = payCheckout;
        this.onward = onward;
    }

    /** @param back how the reader comes back from the processor's page: {@code paid}, or {@code left} without */
    @GetMapping("/r/{token}/payments/{attempt}")
    ModelAndView show(
            @PathVariable String token,
            @PathVariable UUID attempt,
            @RequestParam @Nullable String letter,
            @RequestParam(defaultValue = "") String back) {
        return readers.onTheWay(token, found -> {
            var reader = found.broughtBy(letter);
            var offer = offer(reader, attempt);
            var outcome = checkout.outcome(attempt).orElse(null);
            if (outcome != null) {
                keepOutcome.of(reader, offer, outcome);
            }
            return switch (outcome) {
                case PaymentOutcome.AuthenticationRequired _
                when back.equals("left") && offer instanceof CheckoutOffer ->
                    PublicPages.seeOther(Refusal.path(reader, offer, Refusal.UNFINISHED));
                case PaymentOutcome.AuthenticationRequired _ when back.equals("paid") -> settling(reader, offer);
                case PaymentOutcome.AuthenticationRequired required -> onward.waiting(required.url(), reader, offer);
                case PaymentOutcome.Unsettled _ -> settling(reader, offer);
                case PaymentOutcome.Released _
                when offer instanceof CheckoutOffer checkedOut -> mailed(reader, checkedOut);
                case PaymentOutcome.Declined declined
                when offer instanceof CheckoutOffer ->
                    PublicPages.seeOther(Refusal.path(reader, offer, declined.reason()));
                case null, default -> PublicPages.seeOther(reader.path());
            };
        });
    }

    /** Who only typed the address is not told why: the mailbox's owner is. */
    private ModelAndView mailed(Reader reader, CheckoutOffer offer) {
        return PublicPages.page("mailed", reader)
                .addObject("page", StepPage.of(reader.content(), offer))
                .addObject("email", payCheckout.typed(reader, offer).email());
    }

    private static ModelAndView settling(Reader reader, Offer offer) {
        return PublicPages.page("payment", reader).addObject("path", reader.paymentPath(offer));
    }

    private static Offer offer(Reader reader, UUID attempt) {
        return reader.funnel().steps().stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .filter(offer -> reader.attempt(offer).equals(attempt))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
