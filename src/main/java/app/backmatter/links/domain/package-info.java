@NullMarked
package app.backmatter.links.domain;

import org.jspecify.annotations.NullMarked;
