/** Orders that somebody pays for another person: the link to the present, and who has it in the end. */
@NullMarked
package app.backmatter.orders.present;

import org.jspecify.annotations.NullMarked;
