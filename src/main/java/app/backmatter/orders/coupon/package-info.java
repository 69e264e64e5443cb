/** Codes that take something off, made by the author and typed by readers. */
@NullMarked
package app.backmatter.orders.coupon;

import org.jspecify.annotations.NullMarked;
