package app.backmatter.funnels;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a funnel's tree; absent branches lead to the receipt.
 *
 * @param id the same through all revisions
 * @param kind a message key's end: opt-in, tripwire, upsell, down-sell, cross-sell, re-pitch
 */
public record StepView(
        UUID id,
        String kind,
        String headline,
        @Nullable UUID onYes,
        @Nullable UUID onNo) {}
