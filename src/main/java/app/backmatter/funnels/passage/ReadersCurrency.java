package app.backmatter.funnels.passage;

import app.backmatter.catalog.Currencies;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.PublishedContent;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In which currency a reader pays: the author's, unless the reader chooses another. An order is in one currency, so that the
 * first payment ends the choice.
 */
@Component
public class ReadersCurrency {
    private final Currencies currencies;
    private final Passages passages;

    ReadersCurrency(Currencies currencies, Passages passages) {
        this.currencies = currencies;
        this.passages = passages;
    }

    /** At the prices that the reader meets. A currency that the author takes no more is as good as none chosen. */
    PublishedContent met(Passage passage, PublishedContent published) {
        if (passage.currency().isEmpty()) {
            return published;
        }
        var currency = Currency.getInstance(passage.currency());
        return passage.isPaid() || currencies.others().contains(currency) ? published.in(currency) : published;
    }

    /** In which the reader can pay for this offer, the author's own first; that alone where there is no choice. */
    public List<Currency> choices(Reader reader, CheckoutOffer offer) {
        var published = reader.revision().content();
        var all = published.funnel().step(offer.id()).stream()
                .filter(CheckoutOffer.class::isInstance)
                .flatMap(step -> published.currencies((CheckoutOffer) step).stream())
                .toList();
        var others = all.size() > 1 ? currencies.others() : List.<Currency>of();
        return all.stream()
                .filter(currency -> currency.equals(all.getFirst()) || others.contains(currency))
                .toList();
    }

    /**
     * The reader with the currency that was chosen for a step, from now on; as before when it is none of the choices.
     *
     * @param chosen three letters; absent when nothing was chosen
     */
    public Reader chosen(Reader reader, UUID step, @Nullable String chosen) {
        if (chosen == null || reader.passage().isPaid()) {
            return reader;
        }
        return choices(reader, reader.step(step, CheckoutOffer.class)).stream()
                .filter(currency -> currency.getCurrencyCode().equals(chosen))
                .findFirst()
                .filter(currency -> !chosen.equals(reader.passage().currency()))
                .map(currency -> paying(reader, currency))
                .orElse(reader);
    }

    private Reader paying(Reader reader, Currency currency) {
        passages.choose(reader.passage(), currency);
        var passage = reader.passage().paidIn(currency);
        return reader.meeting(passage, met(passage, reader.revision().content()));
    }
}
