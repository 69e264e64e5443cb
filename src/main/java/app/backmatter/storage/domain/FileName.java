package app.backmatter.storage.domain;

import java.text.Normalizer;

/** Makes any uploaded file's name one that can stand in a header, an archive and on every disk. */
final class FileName {
    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 10;

    private FileName() {}

    /** The last part of any path, without control, formatting and reserved characters, 1 to 150 characters. */
    static String clean(String uploaded) {
        var last = uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1);
        var plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", " ")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return plain.isEmpty() ? "file" : cut(plain);
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var stem = name.substring(0, LONGEST - ending.length());
        return (Character.isHighSurrogate(stem.charAt(stem.length() - 1)) ? stem.substring(0, stem.length() - 1) : stem)
                + ending;
    }
}
