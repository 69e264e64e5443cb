package app.backmatter.funnels.web;

import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceView;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.mail.MailServer;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts drafts and the places that could lead to them into words. */
@Component
class FunnelPages {
    private final Books books;
    private final MailServer mailServer;
    private final PublicAddress address;
    private final Words words;

    FunnelPages(Books books, MailServer mailServer, PublicAddress address, Words words) {
        this.books = books;
        this.mailServer = mailServer;
        this.address = address;
        this.words = words;
    }

    /**
     * A line of the list.
     *
     * @param state draft, published, changed (published, with changes that readers don't meet yet) or withdrawn
     * @param places in words, which lead here
     * @param address of the entry page, as readers see it
     */
    record Row(FunnelDraft funnel, String state, @Nullable String book, List<String> places, String address) {}

    /** @param leads here, elsewhere or nowhere */
    record PlaceRow(PlaceView place, String name, String leads) {}

    /** Whether its mails reach nobody, as no mail server is set. */
    boolean keepsMails() {
        return !mailServer.isSetHere();
    }

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
        return words.say(
                "funnels.place." + key(place.kind()),
                words.say("funnels.edition." + key(place.format())),
                place.chapter() == null ? "" : place.chapter());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
