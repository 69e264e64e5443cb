/** Receipts: numbered when an order is paid, shown as a page and as a file. */
@NullMarked
package app.backmatter.orders.receipt;

import org.jspecify.annotations.NullMarked;
