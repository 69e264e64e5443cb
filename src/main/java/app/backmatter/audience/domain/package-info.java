@NullMarked
package app.backmatter.audience.domain;

import org.jspecify.annotations.NullMarked;
