package app.backmatter.mail.sequence;

import java.util.UUID;

/**
 * A step in its place.
 *
 * @param position from 0
 * @param version counts its changes
 */
public record Placed(UUID id, int position, Step step, int version) {}
