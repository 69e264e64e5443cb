package app.backmatter.example;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.funnels.NewFunnel.PageWords;
import app.backmatter.mail.NewSequence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes both funnels from their templates, with the handbook's own words. */
@Component
class ExampleFunnels {
    private static final Map<FunnelPart, String> SOLD = Map.of(
            FunnelPart.OPT_IN, "checklist",
            FunnelPart.TRIPWIRE, "workbook",
            FunnelPart.ORDER_BUMP, "templates",
            FunnelPart.UPSELL, "planner",
            FunnelPart.DOWN_SELL, "planner-short",
            FunnelPart.CROSS_SELL, "handbook");
    private static final String RE_PITCH_PRICE = "12";
    private static final int LETTERS = 3;

    private final Funnels funnels;

    ExampleFunnels(Funnels funnels) {
        this.funnels = funnels;
    }

    FunnelId addFreeGift(BookId book, Map<String, ProductId> products, Texts texts) {
        var offers = offers(products);
        return funnels.create(new NewFunnel(
                "The checklist for your last pages",
                FunnelTemplate.FREE_GIFT,
                book,
                offers,
                texts.price(RE_PITCH_PRICE),
                words("free-gift", List.of(FunnelPart.values()), texts),
                texts.leaf("free-gift/opt-in").key("consent"),
                letters("buyers", texts),
                letters("non-buyers", texts)));
    }

    FunnelId addTripwireFirst(BookId book, Map<String, ProductId> products, Texts texts) {
        var offers = offers(products);
        offers.remove(FunnelPart.OPT_IN);
        return funnels.create(new NewFunnel(
                "The workbook at once",
                FunnelTemplate.TRIPWIRE_FIRST,
                book,
                offers,
                null,
                words("tripwire-first", List.copyOf(offers.keySet()), texts),
                null,
                letters("buyers", texts),
                null));
    }

    private static Map<FunnelPart, Offered> offers(Map<String, ProductId> products) {
        Map<FunnelPart, Offered> offers = new EnumMap<>(FunnelPart.class);
        SOLD.forEach((part, name) ->
                Optional.ofNullable(products.get(name)).ifPresent(product -> offers.put(part, Offered.of(product))));
        return offers;
    }

    private static Map<FunnelPart, PageWords> words(String folder, List<FunnelPart> parts, Texts texts) {
        Map<FunnelPart, PageWords> words = new EnumMap<>(FunnelPart.class);
        for (var part : parts) {
            var leaf = texts.leaf(folder + "/" + part.key());
            words.put(part, new PageWords(leaf.heading(), leaf.body(), leaf.key("button"), leaf.key("no"), null));
        }
        return words;
    }

    private static List<NewSequence.Mail> letters(String folder, Texts texts) {
        return IntStream.rangeClosed(1, LETTERS)
                .mapToObj(number -> texts.leaf("letters/%s/%d".formatted(folder, number)))
                .map(leaf -> new NewSequence.Mail(
                        Integer.parseInt(leaf.key("wait")), leaf.heading(), leaf.body(), leaf.key("button")))
                .toList();
    }
}
