/** Draws a watermark's line on each page of a PDF. */
@NullMarked
package app.backmatter.watermarks.pdf;

import org.jspecify.annotations.NullMarked;
