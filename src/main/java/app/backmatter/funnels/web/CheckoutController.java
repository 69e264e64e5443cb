package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.PayCheckout;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.ReadersCurrency;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.funnels.reminder.WatchCheckouts;
import app.backmatter.orders.Taxes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
    private final Readers readers;
    private final Ways ways;
    private final PayCheckout payCheckout;
    private final TryToPay tryToPay;
    private final StepViews views;
    private final WatchCheckouts watch;
    private final MakeOutBill bills;
    private final Taxes taxes;
    private final ReadersCurrency currencies;
    private final CheckoutPage page;

    CheckoutController(
            Readers readers,
            Ways ways,
            PayCheckout payCheckout,
            TryToPay tryToPay,
            StepViews views,
            WatchCheckouts watch,
            MakeOutBill bills,
            Taxes taxes,
            ReadersCurrency currencies,
            CheckoutPage page) {
        this.readers = readers;
        this.ways = ways;
        this.payCheckout = payCheckout;
        this.tryToPay = tryToPay;
        this.views = views;
        this.watch = watch;
        this.bills = bills;
        this.taxes = taxes;
        this.currencies = currencies;
        this.page = page;
    }

    /**
     * @param declined why the card or the bank said no, when the reader is led back here
     * @param reminder there when a reminder's link led here
     */
    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            @RequestParam @Nullable String declined,
            @RequestParam @Nullable String reminder,
            HttpServletRequest request) {
        return atCheckout(token, step, letter, null, request, (reader, offer) -> {
            if (!Onlooker.sent(request)) {
                views.seen(reader, offer);
                watch.opened(reader, offer, reminder != null);
            }
            var problem = declined == null ? null : Refusal.problem(declined);
            var typed = CheckoutForm.of(payCheckout.typed(reader, offer)).broughtTo(request, taxes.questions());
            var given = GivenPrice.of(offer, typed);
            var form = typed.giving(given);
            var bill = bills.of(reader, given.offer(), form, request);
            return reminder != null && bill.refusal() != null
                    ? page.of(reader, given.offer(), form.withoutCoupon(), bill.withoutRefusal(), problem)
                            .addObject("lapsed", form.coupon())
                    : page.of(reader, given.offer(), form, bill, problem);
        });
    }

    @PostMapping
    ModelAndView pay(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            HttpServletRequest request) {
        return atCheckout(token, step, letter, request.getParameter("currency"), request, (reader, offer) -> {
            views.seen(reader, offer);
            var typed = CheckoutForm.of(request);
            var given = GivenPrice.of(offer, typed);
            var form = typed.giving(given);
            watch.chosen(reader, offer, form.bump(), form.coupon(), given.amount());
            var bill = bills.of(reader, given.offer(), form, request);
            return request.getParameter("update") != null
                    ? page.of(reader, given.offer(), form, bill, null)
                    : tryToPay.at(reader, given.offer(), form, bill, request);
        });
    }

    private ModelAndView atCheckout(
            String token,
            UUID step,
            @Nullable String letter,
            @Nullable String currency,
            HttpServletRequest request,
            BiFunction<Reader, CheckoutOffer, ModelAndView> work) {
        return readers.onTheWay(token, found -> {
            var reader = currencies.chosen(found.broughtBy(letter), step, currency);
            var offer = reader.step(step, CheckoutOffer.class);
            var way = ways.of(reader);
            if (reader.mustConfirm()) {
                return PublicPages.seeOther("/confirm/" + token);
            }
            if (isPresent(reader, offer, request) && (way.isOffered(offer) || way.isGivable(offer))) {
                return work.apply(reader, offer);
            }
            return way.isOffered(offer)
                    ? work.apply(reader, way.withoutOwnedBump(offer))
                    : PublicPages.seeOther(reader.path() + "/steps/" + step);
        });
    }

    /** What the reader has, too, may be bought for somebody else; also once more after the card was declined. */
    private boolean isPresent(Reader reader, CheckoutOffer offer, HttpServletRequest request) {
        return request.getParameter("present") != null
                || (request.getParameter("declined") != null
                        && payCheckout.typed(reader, offer).present().wanted());
    }
}
