package app.backmatter.pages;

import java.time.ZoneId;
import java.util.Locale;

/** How the workspace in scope writes numbers, money and dates; outside of one as the installation does. */
public interface Conventions {
    Locale locale();

    ZoneId timeZone();
}
