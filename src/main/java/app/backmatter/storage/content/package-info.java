/** Looks into files that come in: what they are by their bytes, and whether a reader's device could use them. */
@NullMarked
package app.backmatter.storage.content;

import org.jspecify.annotations.NullMarked;
