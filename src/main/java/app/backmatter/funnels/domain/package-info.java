@NullMarked
package app.backmatter.funnels.domain;

import org.jspecify.annotations.NullMarked;
