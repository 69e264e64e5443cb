package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a new funnel's tree together, from its last page to its first, so that each knows where it leads. */
final class FunnelBuilder {
    private final NewFunnel wanted;
    private final Map<ProductId, ProductView> products;
    private final Map<String, String> names;
    private final DraftWords words;

    FunnelBuilder(NewFunnel wanted, Map<ProductId, ProductView> products, Map<String, String> names, DraftWords words) {
        this.wanted = wanted;
        this.products = products;
        this.names = names;
        this.words = words;
    }

    FunnelContent build(@Nullable SequenceId buyers, @Nullable SequenceId nonBuyers) {
        var steps = new ArrayList<Step>();
        var crossSell = offers(FunnelPart.CROSS_SELL) ? addFirst(steps, crossSell()) : null;
        var downSell = offers(FunnelPart.DOWN_SELL) ? addFirst(steps, downSell(crossSell)) : null;
        var upsell =
                offers(FunnelPart.UPSELL) ? addFirst(steps, upsell(crossSell, downSell)) : firstOf(downSell, crossSell);
        var tripwire = addFirst(steps, tripwire(upsell));
        if (wanted.template() == FunnelTemplate.FREE_GIFT) {
            addFirst(steps, optIn(tripwire));
            steps.add(rePitch(upsell));
        }
        return new FunnelContent(Theme.CLASSIC, wanted.book(), buyers, nonBuyers, steps);
    }

    private OptIn optIn(UUID tripwire) {
        var consent = wanted.consent();
        return new OptIn(
                Ids.next(),
                page(FunnelPart.OPT_IN),
                product(FunnelPart.OPT_IN),
                true,
                consent == null ? words.consent() : consent,
                tripwire);
    }

    private Tripwire tripwire(@Nullable UUID onYes) {
        return new Tripwire(
                Ids.next(),
                page(FunnelPart.TRIPWIRE),
                product(FunnelPart.TRIPWIRE),
                price(FunnelPart.TRIPWIRE),
                null,
                bump(),
                onYes,
                null);
    }

    private Upsell upsell(@Nullable UUID onYes, @Nullable UUID downSell) {
        return new Upsell(
                Ids.next(),
                page(FunnelPart.UPSELL),
                product(FunnelPart.UPSELL),
                price(FunnelPart.UPSELL),
                null,
                onYes,
                firstOf(downSell, onYes));
    }

    private DownSell downSell(@Nullable UUID next) {
        return new DownSell(
                Ids.next(),
                page(FunnelPart.DOWN_SELL),
                product(FunnelPart.DOWN_SELL),
                price(FunnelPart.DOWN_SELL),
                null,
                next,
                next);
    }

    private CrossSell crossSell() {
        return new CrossSell(
                Ids.next(),
                page(FunnelPart.CROSS_SELL),
                product(FunnelPart.CROSS_SELL),
                price(FunnelPart.CROSS_SELL),
                null,
                null,
                null);
    }

    private RePitch rePitch(@Nullable UUID onYes) {
        return new RePitch(
                Ids.next(),
                page(FunnelPart.RE_PITCH),
                product(FunnelPart.TRIPWIRE),
                rePitchPrice(),
                null,
                bump(),
                onYes,
                null);
    }

    private @Nullable Money rePitchPrice() {
        var first = price(FunnelPart.TRIPWIRE);
        return wanted.rePitchPrice() != null || first == null ? wanted.rePitchPrice() : RePitchPrice.after(first);
    }

    private @Nullable OrderBump bump() {
        var product = product(FunnelPart.ORDER_BUMP);
        var price = price(FunnelPart.ORDER_BUMP);
        if (product == null || price == null) {
            return null;
        }
        var own = wanted.words().get(FunnelPart.ORDER_BUMP);
        var text = own == null ? words.bump(namesFor(FunnelPart.ORDER_BUMP)) : own.markdown();
        return new OrderBump(Ids.next(), product, price, text);
    }

    private PageText page(FunnelPart part) {
        var own = wanted.words().get(part);
        return own == null
                ? words.page(wanted.template(), part, namesFor(part))
                : new PageText(own.headline(), own.markdown(), own.picture(), own.button(), own.noThanks());
    }

    private Map<String, String> namesFor(FunnelPart part) {
        var all = new HashMap<>(names);
        var product = product(part == FunnelPart.RE_PITCH ? FunnelPart.TRIPWIRE : part);
        var known = product == null ? null : products.get(product);
        if (known == null) {
            all.remove("product");
        } else {
            all.put("product", known.name());
        }
        return all;
    }

    private boolean offers(FunnelPart part) {
        return wanted.offers().containsKey(part);
    }

    private @Nullable ProductId product(FunnelPart part) {
        var offered = wanted.offers().get(part);
        return offered == null ? null : offered.product();
    }

    private @Nullable Money price(FunnelPart part) {
        Offered offered = wanted.offers().get(part);
        if (offered == null || offered.price() != null) {
            return offered == null ? null : offered.price();
        }
        var id = offered.product();
        var product = id == null ? null : products.get(id);
        return product == null || product.isFree() ? null : product.price();
    }

    private static UUID addFirst(List<Step> steps, Step step) {
        steps.addFirst(step);
        return step.id();
    }

    private static @Nullable UUID firstOf(@Nullable UUID first, @Nullable UUID second) {
        return first == null ? second : first;
    }
}
