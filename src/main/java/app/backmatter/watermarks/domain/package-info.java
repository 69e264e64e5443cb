@NullMarked
package app.backmatter.watermarks.domain;

import org.jspecify.annotations.NullMarked;
