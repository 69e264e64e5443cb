/** The port to card processors: what they are asked and what they answer. Each processor has a package below. */
@NullMarked
package app.backmatter.orders.payment;

import org.jspecify.annotations.NullMarked;
