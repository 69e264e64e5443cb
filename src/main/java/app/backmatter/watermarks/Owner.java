package app.backmatter.watermarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose copy it is.
 *
 * @param name as typed; empty when it is not known
 * @param order the order's number; absent for what was given
 * @param since when it became theirs
 */
public record Owner(String name, @Nullable Long order, Instant since) {}
