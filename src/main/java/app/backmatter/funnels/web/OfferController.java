package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.passage.AnswerOffer;
import app.backmatter.funnels.passage.OneClick;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.ReadersCurrency;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.funnels.passage.Way;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.orders.PaymentOutcome.AuthenticationRequired;
import app.backmatter.orders.PaymentOutcome.Unsettled;
import app.backmatter.orders.TaxUnknown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One offer: its page, the yes in one click and the no. */
@Controller
@RequestMapping("/r/{token}/steps/{step}")
class OfferController {
    private final Readers readers;
    private final Ways ways;
    private final AnswerOffer answerOffer;
    private final OneClick oneClick;
    private final Orders orders;
    private final StepViews views;
    private final Onward onward;
    private final ReadersCurrency currencies;

    OfferController(
            Readers readers,
            Ways ways,
            AnswerOffer answerOffer,
            OneClick oneClick,
            Orders orders,
            StepViews views,
            Onward onward,
            ReadersCurrency currencies) {
        this.readers = readers;
        this.ways = ways;
        this.answerOffer = answerOffer;
        this.oneClick = oneClick;
        this.orders = orders;
        this.views = views;
        this.onward = onward;
        this.currencies = currencies;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            HttpServletRequest request) {
        return readers.onTheWay(token, found -> {
            var reader = found.broughtBy(letter);
            var offer = reader.step(step, Offer.class);
            var way = ways.of(reader);
            if (reader.mustConfirm()) {
                return PublicPages.seeOther("/confirm/" + token);
            }
            if (offer instanceof CheckoutOffer && way.owns(offer)) {
                return owned(reader, offer, way);
            }
            if (!way.isOffered(offer)) {
                return PublicPages.seeOther(reader.path());
            }
            if (!Onlooker.sent(request)) {
                views.seen(reader, offer);
            }
            return offered(reader, offer, way);
        });
    }

    @PostMapping("/acceptance")
    ModelAndView accept(@PathVariable String token, @PathVariable UUID step) {
        return readers.onTheWay(token, reader -> {
            var offer = reader.step(step, Offer.class);
            if (offer instanceof CheckoutOffer) {
                return PublicPages.seeOther(reader.path() + "/checkout/" + step);
            }
            views.seen(reader, offer);
            return accepted(reader, offer);
        });
    }

    /** Where nobody can tell the tax nothing is charged: the page says so, and offers to try again. */
    private ModelAndView accepted(Reader reader, Offer offer) {
        try {
            return switch (answerOffer.yes(reader, offer).orElse(null)) {
                case AuthenticationRequired required -> onward.to(required.url(), reader, offer);
                case Unsettled _ -> PublicPages.seeOther(reader.paymentPath(offer));
                case null, default -> PublicPages.seeOther(reader.path());
            };
        } catch (TaxUnknown e) {
            return PublicPages.seeOther(reader.path() + "/steps/" + offer.id());
        }
    }

    @PostMapping("/refusal")
    ModelAndView refuse(@PathVariable String token, @PathVariable UUID step, @RequestParam @Nullable String letter) {
        return readers.onTheWay(token, found -> {
            var reader = found.broughtBy(letter);
            answerOffer.no(reader, reader.step(step, Offer.class));
            return PublicPages.seeOther(reader.path());
        });
    }

    /** The page of an offer again, at prices in another currency. */
    @PostMapping("/currency")
    ModelAndView choose(
            @PathVariable String token,
            @PathVariable UUID step,
            @RequestParam @Nullable String letter,
            @RequestParam(defaultValue = "") String currency) {
        return readers.onTheWay(token, found -> {
            var reader = currencies.chosen(found.broughtBy(letter), step, currency);
            var present = ways.of(reader)
                    .present()
                    .filter(offer -> offer.id().equals(step))
                    .isPresent();
            return PublicPages.seeOther(present ? reader.path() : reader.path() + "/steps/" + step + reader.via());
        });
    }

    private ModelAndView offered(Reader reader, Offer offer, Way way) {
        var page = PublicPages.page(offer instanceof CheckoutOffer ? "thanks" : "offer", reader);
        if (offer instanceof CheckoutOffer checkedOut) {
            var locale = reader.content().locale();
            page.addObject("currencies", CurrencyChoice.of(currencies.choices(reader, checkedOut), offer, locale));
        } else {
            page.addObject("charge", charge(reader, offer));
        }
        return page.addObject("page", StepPage.of(reader.content(), offer))
                .addObject("gift", null)
                .addObject("card", card(reader))
                .addObject("note", way.note().orElse(null));
    }

    /** Absent while nobody can tell the tax. */
    private @Nullable OneClickCharge charge(Reader reader, Offer offer) {
        try {
            return OneClickCharge.of(
                    oneClick.line(reader, offer), reader.content().locale());
        } catch (TaxUnknown e) {
            return null;
        }
    }

    private ModelAndView owned(Reader reader, Offer offer, Way way) {
        var contact = reader.passage().contact();
        return PublicPages.page("owned", reader)
                .addObject("page", StepPage.of(reader.content(), offer))
                .addObject("held", ways.isHeldBack(reader, offer))
                .addObject("givable", way.isGivable(offer))
                .addObject("checkout", reader.path() + "/checkout/" + offer.id())
                .addObject("library", reader.proven() && contact != null ? orders.libraryUrl(contact) : null);
    }

    private String card(Reader reader) {
        return Optional.ofNullable(reader.passage().payment())
                .flatMap(payment -> orders.find(payment.order()))
                .map(OrderView::card)
                .orElse("");
    }
}
