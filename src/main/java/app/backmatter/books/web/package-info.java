@NullMarked
package app.backmatter.books.web;

import org.jspecify.annotations.NullMarked;
