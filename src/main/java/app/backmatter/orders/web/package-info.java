@NullMarked
package app.backmatter.orders.web;

import org.jspecify.annotations.NullMarked;
