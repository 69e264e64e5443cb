package app.backmatter.mail.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What DNS has to say so that others can check a signature.
 *
 * @param name where it stands, whole
 * @param text its value in one piece
 */
public record DkimRecord(String name, String text) {
    /** A string in DNS holds no more. */
    private static final int LONGEST_STRING = 255;

    private static final Pattern KEY = Pattern.compile("(?:^|;)\\s*p\\s*=([^;]*)");

    static DkimRecord of(String domain, String selector, String publicKey) {
        return new DkimRecord(selector + "._domainkey." + domain, "v=DKIM1; k=rsa; p=" + publicKey);
    }

    /** The name without the domain, as most panels ask for it. */
    public String host() {
        return name.substring(0, name.indexOf("._domainkey.") + "._domainkey".length());
    }

    /** In quoted strings, as some panels and all zone files want a long one. */
    public String inStrings() {
        var strings = new ArrayList<String>();
        for (int from = 0; from < text.length(); from += LONGEST_STRING) {
            strings.add("\"" + text.substring(from, Math.min(text.length(), from + LONGEST_STRING)) + "\"");
        }
        return String.join(" ", strings);
    }

    /** @param published what DNS has under its name */
    Finding compareWith(List<String> published) {
        if (published.isEmpty()) {
            return Finding.ABSENT;
        }
        return published.stream().anyMatch(found -> keyOf(found).equals(keyOf(text)))
                ? Finding.VERIFIED
                : Finding.WRONG;
    }

    private static String keyOf(String record) {
        var key = KEY.matcher(record);
        return key.find() ? key.group(1).replaceAll("\\s+", "") : "";
    }
}
