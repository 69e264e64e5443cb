package app.backmatter.funnels.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a step was changed between opening and saving its form; other steps may be edited meanwhile. */
public final class StepFingerprint {
    private StepFingerprint() {}

    public static String of(Step step) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(ContentJson.write(step).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
