package app.backmatter.books.web;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.books.RetailerLink;
import app.backmatter.books.domain.EditionDetails;
import app.backmatter.shared.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An edition with its places on the page of its book.
 *
 * @param kinds of places that its format has, with their names
 */
record EditionCard(
        String id,
        String format,
        @Nullable String isbn,
        @Nullable String asin,
        @Nullable Money listPrice,
        List<RetailerLink> retailers,
        List<PlaceCard> places,
        Map<String, String> kinds,
        String usualKind) {

    static List<EditionCard> list(List<EditionDetails> editions, List<PlaceView> places, BookWords words) {
        var byEdition = places.stream().collect(groupingBy(PlaceView::edition));
        return editions.stream()
                .map(edition -> new EditionCard(
                        edition.id().toString(),
                        words.of(edition.format()),
                        edition.isbn(),
                        edition.asin(),
                        edition.listPrice(),
                        edition.retailers(),
                        byEdition.getOrDefault(edition.id(), List.of()).stream()
                                .map(place -> PlaceCard.of(place, words))
                                .toList(),
                        words.placeKinds(edition.format()),
                        PlaceKind.usual(edition.format()).name()))
                .toList();
    }
}
