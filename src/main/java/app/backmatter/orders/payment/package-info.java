@NullMarked
package app.backmatter.orders.payment;

import org.jspecify.annotations.NullMarked;
