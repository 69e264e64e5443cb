package app.backmatter.links.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Turns address and browser into a key that holds for one day (UTC) and can't be turned back: 128 bits of an HMAC. */
@Service
public class VisitorKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final VisitorSalts salts;
    private final Clock clock;
    private volatile @Nullable Today today;

    VisitorKeys(VisitorSalts salts, Clock clock) {
        this.salts = salts;
        this.clock = clock;
    }

    public UUID of(String address, String browser) {
        var mac = today().mac();
        mac.update(address.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        var hash = ByteBuffer.wrap(mac.doFinal(browser.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private Today today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = today;
        if (known == null || !known.day().equals(day)) {
            known = new Today(day, keyed(salts.of(day)));
            today = known;
        }
        return known;
    }

    private static Mac keyed(byte[] salt) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Today(LocalDate day, Mac keyed) {
        /** Copying a keyed one costs a fraction of making one. */
        Mac mac() {
            try {
                return (Mac) keyed.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
