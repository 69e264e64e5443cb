package app.backmatter.support;

import app.backmatter.books.PlaceView;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.FunnelView;
import app.backmatter.funnels.Funnels;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.funnels.NewFunnel.Offered;
import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.StepView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes whole funnels for tests, from the book's place to the last offer, committed at once. */
@Component
public class FunnelFixtures {
    /** In cents. */
    private static final Map<FunnelPart, Long> PRICES = Map.of(
            FunnelPart.OPT_IN, 0L,
            FunnelPart.TRIPWIRE, 1900L,
            FunnelPart.ORDER_BUMP, 700L,
            FunnelPart.UPSELL, 9700L,
            FunnelPart.DOWN_SELL, 3700L,
            FunnelPart.CROSS_SELL, 900L);

    private final BookFixtures books;
    private final ProductFixtures products;
    private final Funnels funnels;

    FunnelFixtures(BookFixtures books, ProductFixtures products, Funnels funnels) {
        this.books = books;
        this.products = products;
        this.funnels = funnels;
    }

    /**
     * A funnel that readers can walk.
     *
     * @param place leads to it; {@code place.link().code()} is its short link's
     * @param products what each part gives or sells
     */
    public record Published(
            FunnelId id, RevisionId revision, FunnelView view, PlaceView place, Map<FunnelPart, ProductId> products) {
        /** The entry page, from the first slash. */
        public String path() {
            return view.path();
        }

        public String code() {
            return place.link().code();
        }

        /** @return the id of the page of this kind */
        public UUID step(FunnelPart part) {
            return view.steps().stream()
                    .filter(step -> step.kind().equals(part.key()))
                    .map(StepView::id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Gift, tripwire at $19 with a bump at $7, upsell at $97, its down-sell at $37, cross-sell at $9, re-pitch at $14;
     * the back matter of a paperback leads there.
     */
    public Published publishedFreeGift(TestWorkspace workspace) {
        return published(workspace, FunnelTemplate.FREE_GIFT);
    }

    /** The same without gift and re-pitch. */
    public Published publishedTripwireFirst(TestWorkspace workspace) {
        return published(workspace, FunnelTemplate.TRIPWIRE_FIRST);
    }

    /** A draft of the same funnel, and the products in it; nothing leads there. */
    public FunnelId draft(TestWorkspace workspace) {
        return draft(workspace, FunnelTemplate.FREE_GIFT, books.backMatter(workspace), products(workspace));
    }

    private Published published(TestWorkspace workspace, FunnelTemplate template) {
        var place = books.backMatter(workspace);
        var made = products(workspace);
        var id = draft(workspace, template, place, made);
        return WorkspaceScope.call(workspace.id(), () -> {
            var revision = funnels.publish(id, List.of(place.link().id()), "fixture");
            return new Published(id, revision, funnels.find(id).orElseThrow(), place, made);
        });
    }

    private FunnelId draft(
            TestWorkspace workspace, FunnelTemplate template, PlaceView place, Map<FunnelPart, ProductId> made) {
        var offers = new EnumMap<FunnelPart, Offered>(FunnelPart.class);
        made.forEach((part, product) -> offers.put(part, Offered.of(product)));
        return WorkspaceScope.call(
                workspace.id(),
                () -> funnels.create(new NewFunnel("After the last page", template, place.book(), offers)));
    }

    private Map<FunnelPart, ProductId> products(TestWorkspace workspace) {
        var made = new EnumMap<FunnelPart, ProductId>(FunnelPart.class);
        PRICES.forEach((part, cents) -> made.put(
                part,
                cents == 0
                        ? products.gift(workspace)
                        : products.workbook(workspace, "Workbook for the " + part.key(), cents)));
        return made;
    }
}
