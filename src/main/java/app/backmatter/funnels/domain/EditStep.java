package app.backmatter.funnels.domain;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes one page of a draft. */
@Component
public class EditStep {
    private final FunnelRepository funnels;
    private final Catalog catalog;
    private final ReadyWords words;
    private final Files files;

    EditStep(FunnelRepository funnels, Catalog catalog, ReadyWords words, Files files) {
        this.funnels = funnels;
        this.catalog = catalog;
        this.words = words;
        this.files = files;
    }

    /**
     * @param seen the step's {@link Fingerprint} when the form was opened
     * @throws EditedMeanwhile when somebody saved the same step since
     */
    @Transactional
    public void edit(FunnelId id, UUID stepId, String seen, StepEdit edit) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        var step = funnel.draft().step(stepId).orElseThrow(NotFound::new);
        if (!Fingerprint.of(step).equals(seen)) {
            throw new EditedMeanwhile();
        }
        files.claim(edit.page().picture());
        words.change(funnel, draft -> RePitched.after(draft, changed(step, edit)));
        funnels.save(funnel);
    }

    private Step changed(Step step, StepEdit edit) {
        return switch (step) {
            case OptIn optIn ->
                new OptIn(
                        optIn.id(),
                        edit.page(),
                        known(edit.product()),
                        edit.doubleOptIn(),
                        edit.consent(),
                        edit.onYes());
            case Offer offer ->
                Steps.of(
                        offer,
                        edit.page(),
                        known(edit.product()),
                        price(edit.product(), edit.price()),
                        edit.normalPrice(),
                        bump(offer, edit.bump()),
                        edit.onYes(),
                        edit.onNo(),
                        edit.terms());
        };
    }

    private @Nullable OrderBump bump(Offer offer, StepEdit.@Nullable Bump wanted) {
        var product = wanted == null ? null : known(wanted.product());
        var price = product == null || wanted == null ? null : price(product, wanted.price());
        if (product == null || price == null || wanted == null) {
            return null;
        }
        var before = Steps.bump(offer);
        return new OrderBump(before == null ? Ids.next() : before.id(), product, price, wanted.text(), wanted.others());
    }

    /** Another workspace's product is as good as none. */
    private @Nullable ProductId known(@Nullable ProductId product) {
        return product == null
                ? null
                : catalog.find(product).map(ProductView::id).orElse(null);
    }

    private @Nullable Money price(@Nullable ProductId product, @Nullable Money price) {
        if (price != null || product == null) {
            return price;
        }
        return catalog.find(product)
                .filter(found -> !found.isFree())
                .map(ProductView::price)
                .orElse(null);
    }
}
