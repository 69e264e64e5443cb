package app.backmatter.mail.dkim;

import app.backmatter.pages.NotFound;
import app.backmatter.shared.Ids;
import app.backmatter.storage.Secrets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys of the workspace in scope. A domain has one that signs, and at most one beside it that is to take over: it does
 * once DNS is seen to have it.
 */
@Service
public class DkimKeys {
    private static final int BITS = 2048;
    private static final int MOST_OF_A_DOMAIN = 2;
    private static final int MOST = 20;
    private static final String SELECTOR_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DkimKeyRows rows;
    private final Dns dns;
    private final Secrets secrets;
    private final Signers signers;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DkimKeys(
            DkimKeyRows rows,
            Dns dns,
            Secrets secrets,
            Signers signers,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.dns = dns;
        this.secrets = secrets;
        this.signers = signers;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<DkimKey> all() {
        return rows.all();
    }

    /** @throws NotFound when the workspace has no such key */
    public DkimKey get(UUID id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** Whether a domain may have one more. */
    public boolean hasRoom(String domain) {
        var current = rows.all().stream().filter(key -> !key.isRetired()).toList();
        return current.size() < MOST
                && current.stream().filter(key -> key.domain().equals(domain)).count() < MOST_OF_A_DOMAIN;
    }

    /** Makes a key, which signs nothing yet. */
    public void make(String domain) {
        var id = Ids.next();
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            var pair = generator.generateKeyPair();
            var sealed = secrets.seal(purpose(id), base64(pair.getPrivate().getEncoded()));
            rows.put(
                    new DkimKeyRows.Sealed(id, domain, selector(), sealed),
                    base64(pair.getPublic().getEncoded()),
                    clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks DNS, and lets the key take over from older ones when it is there. One that does not answer changes nothing else. */
    public Finding check(UUID id) {
        var key = get(id);
        var finding = ask(key);
        if (finding != Finding.SILENT || key.finding() == Finding.UNCHECKED) {
            transaction.executeWithoutResult(status -> {
                rows.found(id, finding, clock.instant());
                if (finding == Finding.VERIFIED) {
                    rows.retireOlder(key, clock.instant());
                }
            });
            signers.forget();
        }
        return finding;
    }

    /** Signs from now on, whatever DNS says. */
    public void insist(UUID id) {
        rows.insist(get(id).id());
        signers.forget();
    }

    /** Signs nothing more; its record can go some days later. */
    public void delete(UUID id) {
        rows.delete(get(id).id());
        signers.forget();
    }

    /** What DNS says of a domain besides its keys; empty when it does not answer. */
    public Optional<DomainAdvice> advice(String domain) {
        try {
            return Optional.of(DomainAdvice.of(domain, dns.texts(domain), dns.texts("_dmarc." + domain)));
        } catch (Dns.Silent e) {
            return Optional.empty();
        }
    }

    private Finding ask(DkimKey key) {
        try {
            return key.record().compareWith(dns.texts(key.record().name()));
        } catch (Dns.Silent e) {
            return Finding.SILENT;
        }
    }

    private String selector() {
        var selector = new StringBuilder("bm");
        random.ints(8, 0, SELECTOR_LETTERS.length()).forEach(at -> selector.append(SELECTOR_LETTERS.charAt(at)));
        return selector.toString();
    }

    static String purpose(UUID key) {
        return "dkim_keys.private_key:" + key;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
