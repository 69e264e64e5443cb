/** Segments: rules that tell contacts apart, kept as JSON and asked in SQL. */
@NullMarked
package app.backmatter.audience.segment;

import org.jspecify.annotations.NullMarked;
