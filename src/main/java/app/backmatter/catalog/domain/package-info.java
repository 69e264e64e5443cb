@NullMarked
package app.backmatter.catalog.domain;

import org.jspecify.annotations.NullMarked;
