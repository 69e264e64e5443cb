package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.accounts.Role;
import app.backmatter.accounts.WorkspaceView;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.SignedLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites an address into a workspace by mail, for seven days. Inviting it again replaces the older link and role. */
@Service
public class InviteMember {
    private static final String PURPOSE = "invitation";
    private static final Duration VALID = Duration.ofDays(7);

    private final Invitations invitations;
    private final Accounts accounts;
    private final Memberships memberships;
    private final SignedLinks links;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InviteMember(
            Invitations invitations,
            Accounts accounts,
            Memberships memberships,
            SignedLinks links,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.memberships = memberships;
        this.links = links;
        this.clock = clock;
        this.events = events;
    }

    public List<Invitation> open(WorkspaceId workspace) {
        return invitations.of(workspace);
    }

    /** @return false when the address already is a member; then nothing is sent */
    @Transactional
    public boolean invite(WorkspaceView workspace, EmailAddress email, Role role) {
        if (isMember(workspace.id(), email)) {
            return false;
        }
        var expires = clock.instant().plus(VALID);
        var invitation = new Invitation(Ids.next(), workspace.id(), email, role, expires);
        invitations.put(invitation, token(invitation));
        events.publishEvent(new AccountMailRequested(
                AccountMailRequested.Kind.INVITATION, email, path(invitation), workspace.name()));
        return true;
    }

    /** The private page of an open invitation, from the first slash, for an owner who hands it over without a mail. */
    public String path(Invitation invitation) {
        return "/invitations/" + token(invitation);
    }

    /** Whether there was such an invitation. */
    public boolean withdraw(WorkspaceId workspace, UUID id) {
        return invitations.remove(workspace, id);
    }

    /** Made again from what is stored, which without the installation's key is of no use to anybody. */
    private String token(Invitation invitation) {
        return links.sign(PURPOSE, invitation.id(), invitation.expiresAt());
    }

    private boolean isMember(WorkspaceId workspace, EmailAddress email) {
        return accounts.find(email)
                .flatMap(account -> memberships.roleOf(account.id(), workspace))
                .isPresent();
    }
}
