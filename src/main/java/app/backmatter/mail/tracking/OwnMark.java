package app.backmatter.mail.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Stands in a tracked address for where it leads, when that is a reader's own: whoever knows a message's id, which is in
 * its headers and in each answer to it, does not know the mark.
 */
public final class OwnMark {
    private static final int BYTES = 12;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private OwnMark() {}

    /** @param url holds a secret, as all private addresses do */
    public static String of(String url) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
