/** Taxes on what is sold: the port that works them out, and rates by country that an author types in. */
@NullMarked
package app.backmatter.orders.tax;

import org.jspecify.annotations.NullMarked;
