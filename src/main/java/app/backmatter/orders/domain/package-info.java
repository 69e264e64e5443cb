@NullMarked
package app.backmatter.orders.domain;

import org.jspecify.annotations.NullMarked;
