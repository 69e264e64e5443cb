package app.backmatter.funnels.domain;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds pages to a draft's tree and removes them. */
@Component
@Transactional
public class ChangeTree {
    private final FunnelRepository funnels;
    private final Catalog catalog;
    private final DraftWords words;

    ChangeTree(FunnelRepository funnels, Catalog catalog, DraftWords words) {
        this.funnels = funnels;
        this.catalog = catalog;
        this.words = words;
    }

    /**
     * Adds an offer on a branch, with ready words.
     *
     * @param price absent for the product's price of today
     * @return the new step
     */
    public UUID add(
            FunnelId id,
            UUID after,
            Answer answer,
            FunnelPart part,
            @Nullable ProductId product,
            @Nullable Money price) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        var before = funnel.draft().step(after).orElseThrow(NotFound::new);
        if (!mayFollow(before, answer).contains(part)) {
            throw new NotFound();
        }
        var added = offer(part, product == null ? null : catalog.find(product).orElse(null), price);
        funnel.change(draft -> TreeChanges.insert(draft, before, answer, added));
        funnels.save(funnel);
        return added.id();
    }

    /** Removes a step and what only it led to. The entry and the tripwire stay. */
    public void remove(FunnelId id, UUID stepId) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        var step = funnel.draft().step(stepId).orElseThrow(NotFound::new);
        if (!TreeChanges.isRemovable(funnel.draft(), step)) {
            throw new NotFound();
        }
        funnel.change(draft -> TreeChanges.remove(draft, step));
        funnels.save(funnel);
    }

    /** Which kinds of pages a branch may get; none before the first payment. */
    public static List<FunnelPart> mayFollow(Step step, Answer answer) {
        return switch (step) {
            case OptIn _ -> List.of();
            case CheckoutOffer _ ->
                answer == Answer.YES ? List.of(FunnelPart.UPSELL, FunnelPart.CROSS_SELL) : List.of();
            default ->
                answer == Answer.YES
                        ? List.of(FunnelPart.UPSELL, FunnelPart.CROSS_SELL)
                        : List.of(FunnelPart.DOWN_SELL, FunnelPart.UPSELL, FunnelPart.CROSS_SELL);
        };
    }

    /** The steps that a removal would take away, the step itself first; empty when it can't be removed. */
    public static List<Step> removal(FunnelContent draft, Step step) {
        if (!TreeChanges.isRemovable(draft, step)) {
            return List.of();
        }
        var gone = TreeChanges.removedWith(draft, step);
        return draft.steps().stream().filter(each -> gone.contains(each.id())).toList();
    }

    private Offer offer(FunnelPart part, @Nullable ProductView product, @Nullable Money price) {
        var id = Ids.next();
        var page = words.page(
                FunnelTemplate.FREE_GIFT, part, product == null ? Map.of() : Map.of("product", product.name()));
        var productId = product == null ? null : product.id();
        var asked = price == null && product != null && !product.isFree() ? product.price() : price;
        return switch (part) {
            case UPSELL -> new Upsell(id, page, productId, asked, null, null, null);
            case DOWN_SELL -> new DownSell(id, page, productId, asked, null, null, null);
            case CROSS_SELL -> new CrossSell(id, page, productId, asked, null, null, null);
            default -> throw new NotFound();
        };
    }
}
