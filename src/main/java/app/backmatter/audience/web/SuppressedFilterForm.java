package app.backmatter.audience.web;

import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.suppression.SuppressionList;
import app.backmatter.pages.Typed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The search above the addresses that get no mail; whatever it can't read filters nothing. */
record SuppressedFilterForm(@Nullable String q, @Nullable String reason) {
    SuppressionList.Wanted wanted() {
        return new SuppressionList.Wanted(Typed.line(q), reasonOf(Typed.line(reason)));
    }

    private static @Nullable SuppressionReason reasonOf(String name) {
        return Arrays.stream(SuppressionReason.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
