package app.backmatter.funnels.web;

import app.backmatter.books.BookId;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.pages.Typed;
import app.backmatter.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new funnel: all but the name may be left for later. */
record NewFunnelForm(
        @NotBlank(message = "{funnels.error.name}") @Size(max = 120, message = "{funnels.error.too-long}")
        String name,

        @Nullable FunnelTemplate template,
        String book,
        String gift,
        String tripwire,
        String tripwirePrice,
        String bump,
        String bumpPrice,
        String upsell,
        String upsellPrice,
        String downSell,
        String downSellPrice,
        String crossSell,
        String crossSellPrice) {
    NewFunnelForm {
        name = Typed.line(name);
        template = template == null ? FunnelTemplate.FREE_GIFT : template;
        book = Typed.line(book);
        gift = Typed.line(gift);
        tripwire = Typed.line(tripwire);
        tripwirePrice = Typed.line(tripwirePrice);
        bump = Typed.line(bump);
        bumpPrice = Typed.line(bumpPrice);
        upsell = Typed.line(upsell);
        upsellPrice = Typed.line(upsellPrice);
        downSell = Typed.line(downSell);
        downSellPrice = Typed.line(downSellPrice);
        crossSell = Typed.line(crossSell);
        crossSellPrice = Typed.line(crossSellPrice);
    }

    /** One row of the form: a product and, except for the gift, its price. */
    public record Part(String key, String productField, String priceField) {}

    public List<Part> parts() {
        return List.of(
                new Part("tripwire", "tripwire", "tripwirePrice"),
                new Part("order-bump", "bump", "bumpPrice"),
                new Part("upsell", "upsell", "upsellPrice"),
                new Part("down-sell", "downSell", "downSellPrice"),
                new Part("cross-sell", "crossSell", "crossSellPrice"));
    }

    /** @param book chosen to begin with; empty for none */
    static NewFunnelForm blank(FunnelTemplate template, String book, String gift) {
        return new NewFunnelForm("", template, book, gift, "", "", "", "", "", "", "", "", "", "");
    }

    /** A price without a product is said to be one: only the tripwire keeps it until the product is chosen. */
    Map<FunnelPart, Money> prices(Currency currency, Errors errors) {
        needProduct(bump, bumpPrice, "bump", errors);
        needProduct(upsell, upsellPrice, "upsell", errors);
        needProduct(downSell, downSellPrice, "downSell", errors);
        needProduct(crossSell, crossSellPrice, "crossSell", errors);
        var prices = new EnumMap<FunnelPart, Money>(FunnelPart.class);
        put(prices, FunnelPart.TRIPWIRE, PriceText.read(tripwirePrice, currency, "tripwirePrice", errors));
        put(prices, FunnelPart.ORDER_BUMP, PriceText.read(bumpPrice, currency, "bumpPrice", errors));
        put(prices, FunnelPart.UPSELL, PriceText.read(upsellPrice, currency, "upsellPrice", errors));
        put(prices, FunnelPart.DOWN_SELL, PriceText.read(downSellPrice, currency, "downSellPrice", errors));
        put(prices, FunnelPart.CROSS_SELL, PriceText.read(crossSellPrice, currency, "crossSellPrice", errors));
        return prices;
    }

    NewFunnel toCommand(Map<FunnelPart, Money> prices) {
        var offers = new EnumMap<FunnelPart, Offered>(FunnelPart.class);
        if (template == FunnelTemplate.FREE_GIFT) {
            offer(offers, FunnelPart.OPT_IN, gift, prices);
        }
        offer(offers, FunnelPart.TRIPWIRE, tripwire, prices);
        offer(offers, FunnelPart.ORDER_BUMP, bump, prices);
        offer(offers, FunnelPart.UPSELL, upsell, prices);
        offer(offers, FunnelPart.DOWN_SELL, downSell, prices);
        offer(offers, FunnelPart.CROSS_SELL, crossSell, prices);
        var bookId = Typed.id(book);
        return new NewFunnel(
                name,
                template == null ? FunnelTemplate.FREE_GIFT : template,
                bookId == null ? null : new BookId(bookId),
                offers);
    }

    private static void needProduct(String product, String price, String field, Errors errors) {
        if (product.isEmpty() && !price.isEmpty()) {
            errors.rejectValue(field, "funnels.error.price-without-product");
        }
    }

    private static void put(Map<FunnelPart, Money> prices, FunnelPart part, @Nullable Money price) {
        if (price != null) {
            prices.put(part, price);
        }
    }

    private static void offer(
            Map<FunnelPart, Offered> offers, FunnelPart part, String product, Map<FunnelPart, Money> prices) {
        var id = Typed.id(product);
        var price = prices.get(part);
        if (id != null || price != null) {
            offers.put(part, new Offered(id == null ? null : new ProductId(id), price));
        }
    }
}
