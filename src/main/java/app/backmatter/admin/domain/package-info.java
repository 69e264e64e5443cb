@NullMarked
package app.backmatter.admin.domain;

import org.jspecify.annotations.NullMarked;
