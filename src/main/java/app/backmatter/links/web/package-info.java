@NullMarked
package app.backmatter.links.web;

import org.jspecify.annotations.NullMarked;
