package app.backmatter.reports.web;

import app.backmatter.books.Books;
import app.backmatter.books.PlaceView;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.Sequences;
import app.backmatter.reports.domain.SourceKey;
import app.backmatter.shared.Source;
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
        Map<UUID, PlaceView> places = books.places().stream()
                .collect(Collectors.toMap(place -> place.id().value(), Function.identity()));
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

    private String place(@Nullable PlaceView place, Locale locale) {
        if (place == null) {
            return text(locale, "reports.source.place");
        }
        return text(
                locale,
                "reports.source.place." + place.kind(),
                text(locale, "reports.source.format." + place.format()),
                place.bookTitle(),
                place.chapter() == null ? "" : place.chapter());
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
