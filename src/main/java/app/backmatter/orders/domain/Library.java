package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderView;
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
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final Clock clock;

    Library(SignedLinks links, PublicAddress address, Workspaces workspaces, JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.address = address;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The whole address, of a contact of the workspace in scope. It names the author, for the day that it is broken. */
    public String url(ContactId contact) {
        var token = links.sign(PURPOSE, contact.value(), clock.instant().plus(LASTS));
        return address.of("/library/" + workspaces.get(WorkspaceScope.current()).slug() + "/" + token);
    }

    /** Where an order's receipt lies as a file, behind the same link. */
    public String receiptUrl(OrderView order) {
        return url(order.contact()) + "/receipts/" + order.id();
    }

    /** Where the credit note of a refund of an order stands, behind the same link. */
    public String creditNoteUrl(OrderView order, UUID refund) {
        return url(order.contact()) + "/credit-notes/" + refund;
    }

    /** Empty for a link that is altered or expired, and for whoever got nothing from this author. */
    public Optional<ContactId> open(WorkspaceId author, String token) {
        return verified(author, token, clock.instant());
    }

    /** Whether there is anything in a contact's library, in the workspace in scope, be it a receipt alone. */
    boolean isOf(ContactId contact) {
        return hasSomething(WorkspaceScope.current(), contact);
    }

    /** Whether a link opened a library of this author once. */
    public boolean isExpired(WorkspaceId author, String token) {
        return verified(author, token, Instant.EPOCH).isPresent();
    }

    private Optional<ContactId> verified(WorkspaceId author, String token, Instant now) {
        return links.verify(PURPOSE, token, now).map(ContactId::new).filter(contact -> hasSomething(author, contact));
    }

    /** What was taken back counts: its page says so. Who gave all of it away finds the receipts there. */
    private boolean hasSomething(WorkspaceId author, ContactId contact) {
        return jdbc.sql("""
            select exists (select from entitlements where contact_id = :contact and workspace_id = :workspace)
                or exists (select from orders
                           where contact_id = :contact and workspace_id = :workspace and number is not null)
            """)
                .param("contact", contact.value())
                .param("workspace", author.value())
                .query(Boolean.class)
                .single();
    }
}
