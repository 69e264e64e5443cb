/** Addresses that get no mail, and why. */
@NullMarked
package app.backmatter.audience.suppression;

import org.jspecify.annotations.NullMarked;
