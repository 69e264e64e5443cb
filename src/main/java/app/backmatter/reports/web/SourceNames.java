package app.backmatter.reports.web;

import app.backmatter.books.Books;
import app.backmatter.books.PlaceView;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.Sequences;
import app.backmatter.reports.domain.SourceKey;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sources in the author's words: <em>Back matter of the paperback, The Last Pages</em>. */
@Component
class SourceNames implements app.backmatter.pages.SourceNames {
    private final Books books;
    private final Sequences sequences;
    private final MessageSource messages;

    SourceNames(Books books, Sequences sequences, MessageSource messages) {
        this.books = books;
        this.sequences = sequences;
        this.messages = messages;
    }

    /** A look at all places and sequences of the workspace in scope, for naming many sources. */
    Function<SourceKey, String> inLocale(Locale locale) {
        Map<UUID, PlaceView> places = places();
        Map<UUID, SequenceView> mails = sequences.all().stream()
                .collect(Collectors.toMap(sequence -> sequence.id().value(), Function.identity()));
        return source -> switch (source.kind()) {
            case PLACE -> place(source.id().map(places::get).orElse(null), locale);
            case EMAIL -> email(source.id().map(mails::get).orElse(null), locale);
            case CAMPAIGN -> text(locale, "reports.source.campaign", source.label());
            case DIRECT -> text(locale, "reports.source.direct");
        };
    }

    @Override
    public Function<Source, String> in(Locale locale) {
        return inLocale(locale).compose(SourceKey::of);
    }

    /** As the end of a sentence: <em>, from the back matter of the paperback</em>; empty for direct. */
    Function<SourceKey, String> withinSentence(Locale locale) {
        Map<UUID, PlaceView> places = places();
        long titles = places.values().stream().map(PlaceView::book).distinct().count();
        return source -> {
            var place = source.id().map(places::get).orElse(null);
            if (source.kind() == SourceKind.PLACE && place != null) {
                var from = text(
                        locale,
                        "reports.from.place." + place.kind(),
                        text(locale, "reports.source.format." + place.format()),
                        chapter(place));
                return titles > 1 ? text(locale, "reports.from.place.of", from, place.bookTitle()) : from;
            }
            return switch (source.kind()) {
                case CAMPAIGN -> text(locale, "reports.from.campaign", source.label());
                case EMAIL -> text(locale, "reports.from.email");
                case PLACE, DIRECT -> "";
            };
        };
    }

    private Map<UUID, PlaceView> places() {
        return books.places().stream()
                .collect(Collectors.toMap(place -> place.id().value(), Function.identity()));
    }

    private static Object chapter(PlaceView place) {
        return place.chapter() == null ? "" : place.chapter();
    }

    private String place(@Nullable PlaceView place, Locale locale) {
        if (place == null) {
            return text(locale, "reports.source.place");
        }
        return text(
                locale,
                "reports.source.place." + place.kind(),
                text(locale, "reports.source.format." + place.format()),
                place.bookTitle(),
                chapter(place));
    }

    private String email(@Nullable SequenceView sequence, Locale locale) {
        return sequence == null
                ? text(locale, "reports.source.email")
                : text(locale, "reports.source.email.of", sequence.name());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
