package app.backmatter.catalog.domain;

import app.backmatter.watermarks.NotStampable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That each buyer gets a copy of a file with their name in it.
 *
 * @param refused why it turned out that the file can't be stamped; buyers get it as it is then
 */
public record Stamping(Instant since, NotStampable.@Nullable Reason refused) {}
