package app.backmatter.mail.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast in a list.
 *
 * @param subject the one that won, where two were tried
 * @param waits for who wins of its subjects
 * @param segment absent for everybody
 * @param at when it leaves or left, or was last changed
 */
public record BroadcastRow(
        UUID id,
        String subject,
        BroadcastState state,
        boolean waits,
        @Nullable UUID segment,
        Instant at) {}
