@NullMarked
package app.backmatter.storage.domain;

import org.jspecify.annotations.NullMarked;
