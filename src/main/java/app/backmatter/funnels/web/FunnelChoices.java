package app.backmatter.funnels.web;

import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.funnels.domain.FunnelContent;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.Format;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What the forms let an author choose from: maps from value to shown text. */
@Component
class FunnelChoices {
    private final Books books;
    private final Catalog catalog;
    private final Format format;
    private final Words words;

    FunnelChoices(Books books, Catalog catalog, Format format, Words words) {
        this.books = books;
        this.catalog = catalog;
        this.format = format;
        this.words = words;
    }

    /** A product to choose, with the price as one would type it, for filling in. */
    record ProductChoice(String id, String label, String price) {}

    List<ProductChoice> products() {
        return catalog.all().stream()
                .map(product -> new ProductChoice(
                        product.id().toString(),
                        product.isFree()
                                ? words.say("funnels.choice.free", product.name())
                                : product.name() + ", " + format.money(product.price()),
                        product.isFree() ? "" : PriceText.of(product.price())))
                .toList();
    }

    /** What the tick box adds has a price: says so where a free product is chosen without one. */
    void needPrice(String bump, String price, Errors errors) {
        var id = Typed.id(bump);
        if (id == null || !price.isEmpty()) {
            return;
        }
        catalog.find(new ProductId(id))
                .filter(ProductView::isFree)
                .ifPresent(product -> errors.rejectValue(
                        "bumpPrice", "funnels.error.free-bump", new Object[] {product.name()}, null));
    }

    Map<String, String> books() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", words.say("funnels.choice.no-book"));
        books.all().forEach(book -> choices.put(book.id().toString(), book.title()));
        return choices;
    }

    /** The book to begin with when there is but one; else empty. */
    String onlyBook() {
        var all = books.all();
        return all.size() == 1 ? all.getFirst().id().toString() : "";
    }

    /** The gift to begin with when there is but one free product; else empty. */
    String onlyGift() {
        var gifts = catalog.all().stream().filter(ProductView::isFree).toList();
        return gifts.size() == 1 ? gifts.getFirst().id().toString() : "";
    }

    Map<String, String> productTypes() {
        var choices = new LinkedHashMap<String, String>();
        Arrays.stream(ProductType.values())
                .forEach(type -> choices.put(type.name(), words.say("catalog.type." + type.name())));
        return choices;
    }

    /** Where a branch can lead: any other page, or the end. */
    Map<String, String> targets(FunnelContent funnel, Step from) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", words.say("funnels.choice.end"));
        funnel.steps().stream()
                .filter(step -> !step.id().equals(from.id()) && !step.equals(funnel.entry()))
                .forEach(step -> choices.put(
                        step.id().toString(),
                        words.say("funnels.kind." + step.part().key()) + ": "
                                + step.page().headline()));
        return choices;
    }
}
