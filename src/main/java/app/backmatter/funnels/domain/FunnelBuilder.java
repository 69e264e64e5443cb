package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a new funnel's tree together, from its last page to its first, so that each knows where it leads. */
final class FunnelBuilder {
    private final NewFunnel wanted;
    private final DraftParts parts;

    FunnelBuilder(NewFunnel wanted, Map<ProductId, ProductView> products, Map<String, String> names, DraftWords words) {
        this.wanted = wanted;
        this.parts = new DraftParts(wanted, products, names, words);
    }

    FunnelContent build(@Nullable SequenceId buyers, @Nullable SequenceId nonBuyers) {
        var steps = new ArrayList<Step>();
        var crossSell = parts.offers(FunnelPart.CROSS_SELL) ? addFirst(steps, crossSell()) : null;
        var downSell = parts.offers(FunnelPart.DOWN_SELL) ? addFirst(steps, downSell(crossSell)) : null;
        var upsell = parts.offers(FunnelPart.UPSELL)
                ? addFirst(steps, upsell(crossSell, downSell))
                : firstOf(downSell, crossSell);
        var tripwire = addFirst(steps, tripwire(upsell));
        if (wanted.template() == FunnelTemplate.FREE_GIFT) {
            addFirst(steps, optIn(tripwire));
            steps.add(rePitch(upsell));
        }
        return new FunnelContent(Theme.CLASSIC, wanted.book(), buyers, nonBuyers, steps);
    }

    private OptIn optIn(UUID tripwire) {
        return new OptIn(
                Ids.next(),
                parts.page(FunnelPart.OPT_IN),
                parts.product(FunnelPart.OPT_IN),
                true,
                parts.consent(),
                tripwire);
    }

    private Tripwire tripwire(@Nullable UUID onYes) {
        return new Tripwire(
                Ids.next(),
                parts.page(FunnelPart.TRIPWIRE),
                parts.product(FunnelPart.TRIPWIRE),
                parts.price(FunnelPart.TRIPWIRE),
                null,
                parts.bump(),
                onYes,
                null);
    }

    private Upsell upsell(@Nullable UUID onYes, @Nullable UUID downSell) {
        return new Upsell(
                Ids.next(),
                parts.page(FunnelPart.UPSELL),
                parts.product(FunnelPart.UPSELL),
                parts.price(FunnelPart.UPSELL),
                null,
                onYes,
                firstOf(downSell, onYes));
    }

    private DownSell downSell(@Nullable UUID next) {
        return new DownSell(
                Ids.next(),
                parts.page(FunnelPart.DOWN_SELL),
                parts.product(FunnelPart.DOWN_SELL),
                parts.price(FunnelPart.DOWN_SELL),
                null,
                next,
                next);
    }

    private CrossSell crossSell() {
        return new CrossSell(
                Ids.next(),
                parts.page(FunnelPart.CROSS_SELL),
                parts.product(FunnelPart.CROSS_SELL),
                parts.price(FunnelPart.CROSS_SELL),
                null,
                null,
                null);
    }

    private RePitch rePitch(@Nullable UUID onYes) {
        return new RePitch(
                Ids.next(),
                parts.page(FunnelPart.RE_PITCH),
                parts.product(FunnelPart.TRIPWIRE),
                parts.rePitchPrice(),
                null,
                parts.bump(),
                onYes,
                null);
    }

    private static UUID addFirst(List<Step> steps, Step step) {
        steps.addFirst(step);
        return step.id();
    }

    private static @Nullable UUID firstOf(@Nullable UUID first, @Nullable UUID second) {
        return first == null ? second : first;
    }
}
