@NullMarked
package app.backmatter.books.domain;

import org.jspecify.annotations.NullMarked;
