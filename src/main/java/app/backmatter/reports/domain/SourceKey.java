package app.backmatter.reports.domain;

import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.util.Optional;
import java.util.UUID;

/** A source as one text that can be grouped by, kept in a column and carried in an address. */
public record SourceKey(String text) {
    static final SourceKey DIRECT = of(Source.DIRECT);

    public static SourceKey of(Source source) {
        var rest = source.id() != null ? source.id().toString() : source.label().replace("\0", "");
        return new SourceKey(rest.isEmpty() ? source.kind().name() : source.kind() + ":" + rest);
    }

    public SourceKind kind() {
        return SourceKind.valueOf(text.split(":", 2)[0]);
    }

    /** The campaign's name; empty for what has none. */
    public String label() {
        return kind() == SourceKind.CAMPAIGN ? rest() : "";
    }

    /** The place or the sequence. */
    public Optional<UUID> id() {
        return switch (kind()) {
            case PLACE, EMAIL -> rest().isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(rest()));
            case CAMPAIGN, DIRECT -> Optional.empty();
        };
    }

    private String rest() {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(colon + 1);
    }
}
