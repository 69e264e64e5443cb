@NullMarked
package app.backmatter.mail.domain;

import org.jspecify.annotations.NullMarked;
