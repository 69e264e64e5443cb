package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.ReadersCurrency;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.funnels.passage.Ways;
import app.backmatter.pages.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a reader is now: thanked and offered the tripwire, at a one-click offer, at the receipt, or at the end. */
@Controller
@RequestMapping("/r/{token}")
class PassageController {
    private final Readers readers;
    private final Ways ways;
    private final Gifts gifts;
    private final StepViews views;
    private final EntryAddress entry;
    private final ReadersCurrency currencies;

    PassageController(
            Readers readers, Ways ways, Gifts gifts, StepViews views, EntryAddress entry, ReadersCurrency currencies) {
        this.readers = readers;
        this.ways = ways;
        this.gifts = gifts;
        this.views = views;
        this.entry = entry;
        this.currencies = currencies;
    }

    @GetMapping
    ModelAndView present(@PathVariable String token, HttpServletRequest request) {
        return readers.onTheWay(
                token,
                reader -> reader.mustConfirm()
                        ? PublicPages.seeOther("/confirm/" + token)
                        : ways.of(reader)
                                .present()
                                .map(offer -> offered(reader, offer, request))
                                .orElseGet(() -> ended(reader)));
    }

    /** Back to the form, for who mistyped the address there. */
    @GetMapping("/entry")
    ModelAndView beginAgain(@PathVariable String token) {
        return readers.with(token, reader -> PublicPages.seeOther(entry.of(reader)));
    }

    @GetMapping("/gift")
    ModelAndView gift(@PathVariable String token) {
        return readers.with(token, reader -> {
            if (reader.mustConfirm()) {
                return PublicPages.seeOther("/confirm/" + token);
            }
            var gift = gifts.of(reader).orElseThrow(NotFound::new);
            return PublicPages.page("gift", reader)
                    .addObject("gift", gift)
                    .addObject("book", reader.content().book())
                    .addObject(
                            "page",
                            StepPage.of(reader.content(), reader.funnel().entry()));
        });
    }

    private ModelAndView offered(Reader reader, Offer offer, HttpServletRequest request) {
        if (!(offer instanceof CheckoutOffer checkedOut)) {
            return PublicPages.seeOther(reader.path() + "/steps/" + offer.id());
        }
        if (!Onlooker.sent(request)) {
            views.seen(reader, offer);
        }
        return PublicPages.page("thanks", reader)
                .addObject("gift", gifts.of(reader).orElse(null))
                .addObject(
                        "currencies",
                        CurrencyChoice.of(
                                currencies.choices(reader, checkedOut),
                                offer,
                                reader.content().locale()))
                .addObject("page", StepPage.of(reader.content(), offer));
    }

    private ModelAndView ended(Reader reader) {
        if (reader.passage().isPaid()) {
            return PublicPages.seeOther(reader.path() + "/receipt");
        }
        var again = reader.funnel().entry() instanceof Offer offer ? StepPage.of(reader.content(), offer) : null;
        return PublicPages.page("end", reader)
                .addObject("gift", gifts.of(reader).orElse(null))
                .addObject("again", again);
    }
}
