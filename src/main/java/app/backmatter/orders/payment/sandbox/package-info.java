/** A card processor for trying things out: moves no money, keeps its own books, and behaves as its test cards say. */
@NullMarked
package app.backmatter.orders.payment.sandbox;

import org.jspecify.annotations.NullMarked;
