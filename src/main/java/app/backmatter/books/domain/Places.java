package app.backmatter.books.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionId;
import app.backmatter.books.PlaceId;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.links.LinkView;
import app.backmatter.links.ShortLinks;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Source;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of the workspace's editions, each with its link. */
@Service
@Transactional
public class Places {
    private static final Comparator<PlaceView> READING_ORDER = comparing(PlaceView::bookTitle)
            .thenComparing(place -> place.book().value())
            .thenComparing(PlaceView::format)
            .thenComparing(place -> place.edition().value())
            .thenComparing(PlaceView::kind)
            .thenComparing(PlaceView::chapter, nullsFirst(naturalOrder()))
            .thenComparing(place -> place.id().value());

    private final PlaceRepository places;
    private final EditionRepository editions;
    private final BookRepository books;
    private final ShortLinks links;
    private final Clock clock;

    Places(PlaceRepository places, EditionRepository editions, BookRepository books, ShortLinks links, Clock clock) {
        this.places = places;
        this.editions = editions;
        this.books = books;
        this.links = links;
        this.clock = clock;
    }

    public List<PlaceView> all() {
        books.findAll(); // so that the session holds them all
        return views(places.findAll(), editions.findAllByOrderByCreatedAt());
    }

    public List<PlaceView> of(BookId book) {
        var ofBook = editions.findByBookIdOrderByCreatedAt(book.value());
        var inBook = ofBook.stream()
                .flatMap(edition -> places.findByEditionId(edition.id().value()).stream())
                .toList();
        return views(inBook, ofBook);
    }

    /** @throws NotFound when the workspace has no such place */
    public PlaceView get(PlaceId id) {
        var place = places.findById(id).orElseThrow(NotFound::new);
        return view(place, editions.findById(place.edition()).orElseThrow(), links.get(place.link()));
    }

    /**
     * The place in this spot of the edition, made if it isn't there, so that a double click makes one.
     *
     * @throws IllegalArgumentException when the edition's format has no such spot
     */
    public PlaceView add(EditionId edition, PlaceKind kind, @Nullable Integer chapter) {
        var owner = editions.findLockedById(edition).orElseThrow(NotFound::new);
        var place = places.findByEditionId(edition.value()).stream()
                .filter(each -> each.isAt(kind, chapter))
                .findAny()
                .orElseGet(() -> make(owner, kind, chapter));
        return view(place, owner, links.get(place.link()));
    }

    /** Takes it off the author's lists for new print runs; readers of printed copies still arrive. */
    public void retire(PlaceId id) {
        var place = places.findById(id).orElseThrow(NotFound::new);
        place.retire(clock.instant());
        places.save(place);
    }

    /** Whether a reader came by one of these, so that it surely stands in printed copies. */
    boolean isAnyFollowed(List<PlaceView> listed) {
        return listed.stream().anyMatch(place -> place.link().clicks() > 0);
    }

    /** Why the place can't be deleted now, as a message key. */
    public Optional<String> whyNeeded(PlaceId id) {
        return isAnyFollowed(List.of(get(id))) ? Optional.of("books.deletion.place-is-followed") : Optional.empty();
    }

    /**
     * For a place that was never printed. Its link stays, and leads where it led.
     *
     * @throws StillNeeded once a reader followed its link
     */
    public void delete(PlaceId id) {
        whyNeeded(id).ifPresent(reason -> {
            throw new StillNeeded(reason);
        });
        places.deleteById(id);
    }

    void deleteAll(EditionId edition) {
        places.deleteAll(places.findByEditionId(edition.value()));
    }

    private Place make(Edition edition, PlaceKind kind, @Nullable Integer chapter) {
        var id = PlaceId.next();
        var link = links.create(Source.place(id.value()));
        return places.saveAndFlush(new Place(id, edition, kind, chapter, link.id(), clock.instant()));
    }

    private List<PlaceView> views(List<Place> listed, List<Edition> of) {
        var byId = of.stream().collect(toMap(Edition::id, edition -> edition));
        var linkViews = links.findAll(listed.stream().map(Place::link).toList());
        return listed.stream()
                .map(place -> view(
                        place, requireNonNull(byId.get(place.edition())), requireNonNull(linkViews.get(place.link()))))
                .sorted(READING_ORDER)
                .toList();
    }

    private PlaceView view(Place place, Edition edition, LinkView link) {
        return new PlaceView(
                place.id(),
                edition.id(),
                edition.book(),
                // the session already holds it after the first place
                books.findById(edition.book()).orElseThrow().details().title(),
                edition.format(),
                place.kind(),
                place.chapter(),
                link,
                place.isRetired());
    }
}
