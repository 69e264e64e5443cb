package app.backmatter.pages;

import app.backmatter.shared.Source;
import java.util.Locale;
import java.util.function.Function;

/**
 * Names sources in the author's words, such as <em>Back matter of the paperback, The Last Pages</em>. A module that sees
 * books and e-mails answers.
 */
public interface SourceNames {
    /** A look at the workspace in scope, for naming many sources at once. */
    Function<Source, String> in(Locale locale);
}
