package app.backmatter.funnels.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelTree;
import app.backmatter.funnels.StepView;
import app.backmatter.funnels.domain.Answer;
import app.backmatter.funnels.domain.ChangeTree;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a draft as a tree, with what each page offers and where another could follow. */
@Component
class FunnelDrawing {
    private final Catalog catalog;
    private final Format format;
    private final Words words;

    FunnelDrawing(Catalog catalog, Format format, Words words) {
        this.catalog = catalog;
        this.format = format;
        this.words = words;
    }

    FunnelTree tree(FunnelDraft draft, String base) {
        var products = catalog.findAll(draft.content().products());
        var content = draft.content();
        var steps = content.steps().stream()
                .map(step ->
                        new StepView(step.id(), step.part().key(), step.page().headline(), step.onYes(), step.onNo()))
                .toList();
        return FunnelTree.of(
                steps,
                view -> label(draft, content.step(view.id()).orElseThrow(), products, base),
                (view, answer) -> addHref(content.step(view.id()).orElseThrow(), answer, base));
    }

    private FunnelTree.Label label(FunnelDraft draft, Step step, Map<ProductId, ProductView> products, String base) {
        var flag = draft.findings().stream()
                .filter(finding -> finding.blocks() && step.id().equals(finding.step()))
                .findFirst()
                .map(finding -> words.say("funnels.flag." + finding.key()))
                .orElse("");
        return new FunnelTree.Label(base + "/steps/" + step.id(), facts(step, products), null, flag);
    }

    private List<String> facts(Step step, Map<ProductId, ProductView> products) {
        var facts = new ArrayList<String>();
        switch (step) {
            case OptIn optIn -> add(facts, products, optIn.gift(), null, false);
            case Offer offer ->
                add(
                        facts,
                        products,
                        offer.product(),
                        offer.least().orElse(offer.price()),
                        offer.least().isPresent());
        }
        if (step instanceof CheckoutOffer checkout && checkout.bump() != null) {
            var bump = new ArrayList<String>();
            add(bump, products, checkout.bump().product(), checkout.bump().price(), false);
            bump.forEach(fact -> facts.add(words.say("funnels.tree.bump", fact)));
        }
        return facts;
    }

    private void add(
            List<String> facts,
            Map<ProductId, ProductView> products,
            @Nullable ProductId id,
            @Nullable Money price,
            boolean least) {
        var product = id == null ? null : products.get(id);
        if (product != null) {
            facts.add(
                    price == null
                            ? product.name()
                            : words.say(
                                    least ? "funnels.tree.from" : "funnels.tree.at",
                                    product.name(),
                                    format.money(price)));
        }
    }

    private static @Nullable String addHref(Step step, String answer, String base) {
        var branch = answer.equals("no") ? Answer.NO : Answer.YES;
        return ChangeTree.mayFollow(step, branch).isEmpty()
                ? null
                : base + "/steps/new?after=" + step.id() + "&answer=" + branch;
    }
}
