package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountMailRequested;
import app.backmatter.accounts.Role;
import app.backmatter.accounts.WorkspaceView;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Token;
import app.backmatter.shared.WorkspaceId;
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
    private static final Duration VALID = Duration.ofDays(7);

    private final Invitations invitations;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InviteMember(
            Invitations invitations,
            Accounts accounts,
            Memberships memberships,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.memberships = memberships;
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
        var token = Token.random();
        var expires = clock.instant().plus(VALID);
        invitations.put(new Invitation(Ids.next(), workspace.id(), email, role, expires), token);
        events.publishEvent(new AccountMailRequested(
                AccountMailRequested.Kind.INVITATION, email, "/invitations/" + token, workspace.name()));
        return true;
    }

    /** Whether there was such an invitation. */
    public boolean withdraw(WorkspaceId workspace, UUID id) {
        return invitations.remove(workspace, id);
    }

    private boolean isMember(WorkspaceId workspace, EmailAddress email) {
        return accounts.find(email)
                .flatMap(account -> memberships.roleOf(account.id(), workspace))
                .isPresent();
    }
}
