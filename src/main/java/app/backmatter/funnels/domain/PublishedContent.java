package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to show a funnel to a reader without asking anybody: the steps, and what their products and the
 * book were called, cost and looked like when it was published.
 *
 * @param author the workspace's name, under which the author speaks
 * @param locale how prices are written
 */
public record PublishedContent(
        FunnelContent funnel,
        List<ProductSnapshot> products,
        @Nullable BookSnapshot book,
        String author,
        Locale locale) {
    public PublishedContent {
        products = List.copyOf(products);
    }

    /** Copies all that the draft's pages tell of products, book and author. */
    static PublishedContent freeze(FunnelContent draft, Stock stock) {
        var book = stock.book(draft);
        return new PublishedContent(
                draft,
                draft.products().stream()
                        .flatMap(id -> Stream.ofNullable(stock.products().get(id)))
                        .map(ProductSnapshot::of)
                        .toList(),
                book == null ? null : BookSnapshot.of(book),
                stock.workspace().name(),
                stock.workspace().locale());
    }

    public Optional<ProductSnapshot> product(@Nullable ProductId id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }
}
