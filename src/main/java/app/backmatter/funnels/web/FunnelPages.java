package app.backmatter.funnels.web;

import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceView;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.FunnelTree;
import app.backmatter.funnels.StepView;
import app.backmatter.funnels.domain.Answer;
import app.backmatter.funnels.domain.ChangeTree;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.Finding;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Format;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a draft into the words and the picture that its pages show. */
@Component
class FunnelPages {
    private final Books books;
    private final Catalog catalog;
    private final Format format;
    private final PublicAddress address;
    private final MessageSource messages;

    FunnelPages(Books books, Catalog catalog, Format format, PublicAddress address, MessageSource messages) {
        this.books = books;
        this.catalog = catalog;
        this.format = format;
        this.address = address;
        this.messages = messages;
    }

    /**
     * A line of the list.
     *
     * @param state draft, published, changed (published, with changes that readers don't meet yet) or withdrawn
     * @param places in words, which lead here
     * @param address of the entry page, as readers see it
     */
    record Row(FunnelDraft funnel, String state, @Nullable String book, List<String> places, String address) {}

    /** What a guard says, with the page to mend it on. */
    record Advice(String text, @Nullable String href, String action) {}

    /** @param leads here, elsewhere or nowhere */
    record PlaceRow(PlaceView place, String name, String leads) {}

    /** Books and places are asked for once, however many lines. */
    List<Row> rows(List<FunnelDraft> drafts) {
        var places = books.places();
        var titles = books.all().stream().collect(Collectors.toMap(BookView::id, BookView::title));
        return drafts.stream().map(draft -> row(draft, places, titles)).toList();
    }

    private Row row(FunnelDraft draft, List<PlaceView> all, Map<BookId, String> titles) {
        var here = all.stream()
                .filter(place -> leadsTo(place, draft))
                .map(this::name)
                .toList();
        var book = draft.content().book();
        return new Row(
                draft, state(draft), book == null ? null : titles.get(book), here, address.of(draft.entryPath()));
    }

    static String state(FunnelDraft draft) {
        if (draft.publication() == null) {
            return "draft";
        }
        return draft.withdrawn() ? "withdrawn" : draft.changed() ? "changed" : "published";
    }

    /** Places of the funnel's book; of all books when it has none. */
    List<PlaceRow> places(FunnelDraft draft) {
        var book = draft.content().book();
        return books.places().stream()
                .filter(place -> !place.retired() || leadsTo(place, draft))
                .filter(place -> book == null || place.book().equals(book) || leadsTo(place, draft))
                .map(place -> new PlaceRow(place, name(place), leads(place, draft)))
                .toList();
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

    List<Advice> advice(FunnelDraft draft, Finding.Weight weight, String workspace, String base) {
        return draft.findings().stream()
                .filter(finding -> finding.weight() == weight)
                .map(finding -> advice(draft, finding, workspace, base))
                .toList();
    }

    /** What the guards say about one page. */
    List<Advice> advice(FunnelDraft draft, Step step, String workspace, String base) {
        return draft.findings().stream()
                .filter(finding -> step.id().equals(finding.step()))
                .map(finding -> advice(draft, finding, workspace, base))
                .toList();
    }

    private Advice advice(FunnelDraft draft, Finding finding, String workspace, String base) {
        var step = finding.step() == null
                ? null
                : draft.content().step(finding.step()).orElse(null);
        var details = new ArrayList<Object>();
        details.add(step == null ? "" : words("funnels.the-page." + step.part().key()));
        finding.details().forEach(detail -> details.add(detail instanceof Money money ? format.money(money) : detail));
        var text = words("funnels.guard." + finding.key(), details.toArray());
        if (finding.key().equals("no-postal-address")) {
            return new Advice(text, "/w/" + workspace + "/settings", words("funnels.advice.settings"));
        }
        return step == null
                ? new Advice(text, null, "")
                : new Advice(text, base + "/steps/" + step.id(), words("funnels.advice.step"));
    }

    private FunnelTree.Label label(FunnelDraft draft, Step step, Map<ProductId, ProductView> products, String base) {
        var flag = draft.findings().stream()
                .filter(finding -> finding.blocks() && step.id().equals(finding.step()))
                .findFirst()
                .map(finding -> words("funnels.flag." + finding.key()))
                .orElse("");
        return new FunnelTree.Label(base + "/steps/" + step.id(), facts(step, products), null, flag);
    }

    private List<String> facts(Step step, Map<ProductId, ProductView> products) {
        var facts = new ArrayList<String>();
        switch (step) {
            case OptIn optIn -> add(facts, products, optIn.gift(), null);
            case Offer offer -> add(facts, products, offer.product(), offer.price());
        }
        if (step instanceof CheckoutOffer checkout && checkout.bump() != null) {
            var bump = new ArrayList<String>();
            add(bump, products, checkout.bump().product(), checkout.bump().price());
            bump.forEach(fact -> facts.add(words("funnels.tree.bump", fact)));
        }
        return facts;
    }

    private void add(
            List<String> facts, Map<ProductId, ProductView> products, @Nullable ProductId id, @Nullable Money price) {
        var product = id == null ? null : products.get(id);
        if (product != null) {
            facts.add(price == null ? product.name() : product.name() + ", " + format.money(price));
        }
    }

    private static @Nullable String addHref(Step step, String answer, String base) {
        var branch = answer.equals("no") ? Answer.NO : Answer.YES;
        return ChangeTree.mayFollow(step, branch).isEmpty()
                ? null
                : base + "/steps/new?after=" + step.id() + "&answer=" + branch;
    }

    private static boolean leadsTo(PlaceView place, FunnelDraft draft) {
        return draft.entryPath().equals(place.link().target());
    }

    private static String leads(PlaceView place, FunnelDraft draft) {
        if (place.link().target() == null) {
            return "nowhere";
        }
        return leadsTo(place, draft) ? "here" : "elsewhere";
    }

    private String name(PlaceView place) {
        return words(
                "funnels.place." + key(place.kind()),
                words("funnels.edition." + key(place.format())),
                place.chapter() == null ? "" : place.chapter());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String words(String key, Object... details) {
        return messages.getMessage(key, details, Locale.ENGLISH);
    }
}
