package app.backmatter.mail.domain;

import java.util.regex.Pattern;

/**
 * The links in a mail that are its reader's alone: whoever follows one is taken for that reader. Members who look at
 * what was sent see where they stood, and no more.
 */
final class PrivateLinks {
    private static final String PATHS =
            "/(r|confirm|present|library/[a-z0-9-]+|download/[a-z0-9-]+|unsubscribe|preferences|c/[a-zA-Z0-9]+)/";
    private static final Pattern LINK =
            Pattern.compile("\\shref\\s*=\\s*(\"[^\"]*" + PATHS + "[^\"]*\"|'[^']*" + PATHS + "[^']*')");
    private static final Pattern ADDRESS = Pattern.compile(PATHS + "[^\\s\"'<>()\\[\\]]+");

    private PrivateLinks() {}

    /** Leaves the links' words, which lead nowhere any more. */
    static String outOfHtml(String html) {
        return outOfText(LINK.matcher(html).replaceAll(" aria-disabled=\"true\""));
    }

    static String outOfText(String text) {
        return ADDRESS.matcher(text).replaceAll("/$1/…");
    }
}
