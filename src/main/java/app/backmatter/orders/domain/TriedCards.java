package app.backmatter.orders.domain;

import app.backmatter.orders.Card;
import app.backmatter.orders.CheckoutRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Tells a double click with a card that did not pay at once from a new try with another card. Remembers for a moment, in
 * memory alone, a hash of the card under a key that dies with the process.
 */
@Component
class TriedCards {
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final Cache<UUID, String> tried =
            Caffeine.newBuilder().expireAfterWrite(MOMENT).maximumSize(10_000).build();
    private final SecretKey key = randomKey();

    void remember(CheckoutRequest request) {
        if (request.card() != null) {
            tried.put(request.attempt(), hash(request.card()));
        }
    }

    boolean knows(CheckoutRequest request) {
        return request.card() != null && hash(request.card()).equals(tried.getIfPresent(request.attempt()));
    }

    private String hash(Card card) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var text = card.number() + ' ' + card.expiry() + ' ' + card.cvc();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey randomKey() {
        try {
            return KeyGenerator.getInstance("HmacSHA256").generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
