package app.backmatter.funnels.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether something was changed between opening and saving its form; the rest may be edited meanwhile. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Object state) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(ContentJson.write(state).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
