package app.backmatter.watermarks.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters, which fonts for print draw in up to four forms. Unicode has each form as a character of its own
 * (Arabic Presentation Forms), whose decomposition names its letter; the forms of a letter follow one another: alone, at
 * the end, at the beginning, in the middle.
 */
final class ArabicForms {
    private static final int ALONE = 0;
    private static final int AT_THE_END = 1;
    private static final int AT_THE_BEGINNING = 2;
    private static final int IN_THE_MIDDLE = 3;

    private static final Map<String, StringBuilder> FORMS = forms();

    private ArabicForms() {}

    static String joined(String text) {
        if (text.codePoints().noneMatch(character -> FORMS.containsKey(Character.toString(character)))) {
            return text;
        }
        var joined = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = isOneForm(text, at) ? 2 : 1;
            joined.append(form(text, at, length));
            at += length;
        }
        return joined.toString();
    }

    /** Lam and alef are written as one. */
    private static boolean isOneForm(String text, int at) {
        return at + 2 <= text.length() && FORMS.containsKey(text.substring(at, at + 2));
    }

    private static String form(String text, int at, int length) {
        var letter = text.substring(at, at + length);
        var forms = FORMS.get(letter);
        if (forms == null) {
            return letter;
        }
        boolean before = reachesOn(neighbour(text, at - 1, -1));
        boolean after = forms.length() > IN_THE_MIDDLE && FORMS.containsKey(neighbour(text, at + length, 1));
        int form = before ? after ? IN_THE_MIDDLE : AT_THE_END : after ? AT_THE_BEGINNING : ALONE;
        return form < forms.length() ? forms.substring(form, form + 1) : letter;
    }

    /** Whether a letter joins the one after it. */
    private static boolean reachesOn(String letter) {
        return FORMS.getOrDefault(letter, new StringBuilder()).length() > IN_THE_MIDDLE;
    }

    /** The next letter on a side, over marks; empty at the end. */
    private static String neighbour(String text, int at, int step) {
        int found = at;
        while (found >= 0
                && found < text.length()
                && Character.getType(text.charAt(found)) == Character.NON_SPACING_MARK) {
            found += step;
        }
        return found >= 0 && found < text.length() ? text.substring(found, found + 1) : "";
    }

    private static Map<String, StringBuilder> forms() {
        var forms = new HashMap<String, StringBuilder>();
        // Arabic itself; then Persian, Urdu and their neighbours; then the yeh of Persian
        add('\ufe80', '\ufefc', forms);
        add('\ufb50', '\ufbb1', forms);
        add('\ufbfc', '\ufbff', forms);
        return forms;
    }

    private static void add(char first, char last, Map<String, StringBuilder> forms) {
        for (char form = first; form <= last; form++) {
            var letter = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
            forms.computeIfAbsent(letter, none -> new StringBuilder()).append(form);
        }
    }
}
