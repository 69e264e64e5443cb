package app.backmatter.reports.web;

import app.backmatter.reports.domain.SourceKey;
import app.backmatter.reports.domain.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report's address asks for; everything may be absent.
 *
 * @param days one of {@link #CHOICES}, unless the dates say something else
 * @param from first day as typed
 * @param to last day as typed
 * @param source as in {@link SourceKey#text()}; empty for all
 */
record ReportQuery(
        @Nullable String days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String source) {
    static final List<String> CHOICES = List.of("7", "30", "90", "all");
    private static final String USUAL = "30";

    ReportQuery {
        days = days != null && CHOICES.contains(days) ? days : null;
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        source = Objects.requireNonNullElse(source, "");
    }

    /** The chosen period; none while the typed dates count. */
    public String choice() {
        if (days != null) {
            return days;
        }
        return hasDates() ? "" : USUAL;
    }

    /** Empty when the typed dates can't be understood. */
    Optional<Span> span(LocalDate today) {
        return switch (choice()) {
            case "" -> Span.parse(Objects.requireNonNull(from), Objects.requireNonNull(to));
            case "all" -> Optional.of(Span.all());
            default -> Optional.of(Span.last(Integer.parseInt(choice()), today));
        };
    }

    @Nullable
    SourceKey sourceKey() {
        return source == null || source.isEmpty() ? null : new SourceKey(source);
    }

    private boolean hasDates() {
        return !(Objects.requireNonNull(from).isBlank()
                && Objects.requireNonNull(to).isBlank());
    }
}
