@NullMarked
package app.backmatter.accounts.domain;

import org.jspecify.annotations.NullMarked;
