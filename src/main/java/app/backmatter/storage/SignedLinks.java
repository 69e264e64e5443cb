package app.backmatter.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Signs short texts that let their holder do one thing until a moment: HMAC-SHA256 under the installation's key. */
@Service
public class SignedLinks {
    /** A token for one purpose and subject, safe in a path. */
    public String sign(String purpose, UUID subject, Instant expires) {
        throw new UnsupportedOperationException();
    }

    /** The subject, when the token is unaltered, of this purpose and not expired at this moment. */
    public Optional<UUID> verify(String purpose, String token, Instant now) {
        throw new UnsupportedOperationException();
    }
}
