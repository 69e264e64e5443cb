@NullMarked
package app.backmatter.pages.web;

import org.jspecify.annotations.NullMarked;
