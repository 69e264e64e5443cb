@NullMarked
package app.backmatter.catalog.web;

import org.jspecify.annotations.NullMarked;
