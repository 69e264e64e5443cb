/** Copies of files with their owners' names in them: made after the payment or when they are fetched, and kept for a while. */
@NullMarked
package app.backmatter.orders.copies;

import org.jspecify.annotations.NullMarked;
