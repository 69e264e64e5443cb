package app.backmatter.storage;

import app.backmatter.storage.domain.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Signs short texts that let their holder do one thing until a moment: HMAC-SHA256 under the installation's key, cut to
 * 128 bits (RFC 2104, section 5).
 */
@Service
public class SignedLinks {
    private static final int PAYLOAD = 16 + 8;
    private static final int SIGNATURE = 16;

    private final SigningKey key;

    SignedLinks(SigningKey key) {
        this.key = key;
    }

    /** A token for one purpose and subject, safe in a path. */
    public String sign(String purpose, UUID subject, Instant expires) {
        var payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
        var token = ByteBuffer.allocate(PAYLOAD + SIGNATURE).put(payload).put(signature(purpose, payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** What a token says, expired or not. */
    public record Signed(UUID subject, Instant expires) {
        public boolean isGood(Instant now) {
            return now.isBefore(expires);
        }
    }

    /** The subject, when the token is unaltered, of this purpose and not expired at this moment. */
    public Optional<UUID> verify(String purpose, String token, Instant now) {
        return read(purpose, token).filter(signed -> signed.isGood(now)).map(Signed::subject);
    }

    /** What it says, when the token is unaltered and of this purpose. */
    public Optional<Signed> read(String purpose, String token) {
        return decode(token)
                .filter(bytes -> isSigned(purpose, bytes))
                .map(ByteBuffer::wrap)
                .map(bytes -> new Signed(
                        new UUID(bytes.getLong(0), bytes.getLong(8)), Instant.ofEpochSecond(bytes.getLong(16))));
    }

    private boolean isSigned(String purpose, byte[] token) {
        var payload = Arrays.copyOf(token, PAYLOAD);
        return MessageDigest.isEqual(signature(purpose, payload), Arrays.copyOfRange(token, PAYLOAD, token.length));
    }

    private byte[] signature(String purpose, byte[] payload) {
        return Arrays.copyOf(key.hmac(purpose.getBytes(StandardCharsets.UTF_8), new byte[1], payload), SIGNATURE);
    }

    private static Optional<byte[]> decode(String token) {
        try {
            // the encoder's own text alone: Base64 has other spellings of the same bytes, and a link has one
            var bytes = Base64.getUrlDecoder().decode(token);
            var same = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(token);
            return same && bytes.length == PAYLOAD + SIGNATURE ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
