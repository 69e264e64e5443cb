package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.SignedLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The private page with all that a reader owns, behind a link that lasts a month. */
@Component
public class Library {
    private static final String PURPOSE = "library";
    private static final Duration LASTS = Duration.ofDays(30);

    private final SignedLinks links;
    private final PublicAddress address;
    private final JdbcClient jdbc;
    private final Clock clock;

    Library(SignedLinks links, PublicAddress address, JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.address = address;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose library a link opens. */
    public record Owner(WorkspaceId workspace, ContactId contact) {}

    /** The whole address. */
    public String url(ContactId contact) {
        return address.of("/library/open/"
                + links.sign(PURPOSE, contact.value(), clock.instant().plus(LASTS)));
    }

    /** Empty for a link that is altered or expired, and for whoever owns nothing. */
    public Optional<Owner> open(String token) {
        return verified(token, clock.instant());
    }

    /** Whose library a link opened once. */
    public Optional<WorkspaceId> expired(String token) {
        return verified(token, Instant.EPOCH).map(Owner::workspace);
    }

    private Optional<Owner> verified(String token, Instant now) {
        return links.verify(PURPOSE, token, now)
                .flatMap(
                        contact -> jdbc.sql("select workspace_id from entitlements where contact_id = :contact limit 1")
                                .param("contact", contact)
                                .query(UUID.class)
                                .optional()
                                .map(workspace -> new Owner(new WorkspaceId(workspace), new ContactId(contact))));
    }
}
