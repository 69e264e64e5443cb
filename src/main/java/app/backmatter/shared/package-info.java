/** Values that every module speaks: money, e-mail addresses, slugs, ids. No beans and no rules of a domain. */
@NullMarked
@ApplicationModule(displayName = "Shared values")
package app.backmatter.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
