/** Adds a page to an EPUB that says whose copy it is, and says so in its metadata. */
@NullMarked
package app.backmatter.watermarks.epub;

import org.jspecify.annotations.NullMarked;
