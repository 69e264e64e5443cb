package app.backmatter.books.web;

import app.backmatter.books.PlaceView;
import org.jspecify.annotations.Nullable;

/**
 * A place as its author sees it.
 *
 * @param printed the address as it stands below the printed code, without https://
 * @param target the path of the page that it leads to; absent until it was pointed
 */
record PlaceCard(
        String id,
        String name,
        String url,
        String printed,
        @Nullable String target,
        long clicks,
        boolean retired) {
    static PlaceCard of(PlaceView place, BookWords words) {
        var url = place.link().url();
        return new PlaceCard(
                place.id().toString(),
                words.of(place),
                url,
                url.replaceFirst("^https?://", ""),
                place.link().target(),
                place.link().clicks(),
                place.retired());
    }
}
