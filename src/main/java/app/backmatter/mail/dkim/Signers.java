package app.backmatter.mail.dkim;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Secrets;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who signs a workspace's mails, from memory where it can: a change is seen at once on this node and within ten seconds on
 * others.
 */
@Component
public class Signers {
    private static final Logger LOG = LoggerFactory.getLogger(Signers.class);

    private final DkimKeyRows rows;
    private final Secrets secrets;
    private final Clock clock;
    private final Cache<WorkspaceId, Map<String, DkimSigner>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(2_000)
            .build();

    Signers(DkimKeyRows rows, Secrets secrets, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param from the address that stands in the mail; one of another domain is nobody's to sign */
    public Optional<DkimSigner> of(WorkspaceId workspace, String from) {
        var domain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(known.get(workspace, this::load).get(DomainName.ascii(domain)));
    }

    /** To be called once a change in the workspace in scope is committed. */
    void forget() {
        known.invalidate(WorkspaceScope.current());
    }

    private Map<String, DkimSigner> load(WorkspaceId workspace) {
        return WorkspaceScope.call(workspace, () -> {
            var signers = new HashMap<String, DkimSigner>();
            for (var row : rows.signing()) {
                secrets.open(DkimKeys.purpose(row.id()), row.privateKey())
                        .ifPresentOrElse(
                                key -> signers.put(
                                        row.domain(),
                                        new DkimSigner(row.domain(), row.selector(), privateKey(key), clock)),
                                () -> LOG.warn(
                                        "The signing key of {} can't be read: the secret has changed", row.domain()));
            }
            return signers;
        });
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
