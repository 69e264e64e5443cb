package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.shared.WorkspaceId;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the invited person in: with the account of the invited address, or with a new one of that address. */
@Service
public class AcceptInvitation {
    private final Invitations invitations;
    private final Accounts accounts;
    private final Memberships memberships;
    private final PasswordEncoder passwords;

    AcceptInvitation(Invitations invitations, Accounts accounts, Memberships memberships, PasswordEncoder passwords) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.memberships = memberships;
        this.passwords = passwords;
    }

    public Optional<Invitation> find(String token) {
        return invitations.find(token);
    }

    /** The account of the invited address, if there is one. */
    public Optional<AccountId> invitee(Invitation invitation) {
        return accounts.find(invitation.email()).map(Account::id);
    }

    /** @return the workspace, or nothing when the invitation is not this account's or no longer open */
    @Transactional
    public Optional<WorkspaceId> join(String token, AccountId account) {
        return invitations
                .hold(token)
                .filter(invitation ->
                        invitee(invitation).filter(account::equals).isPresent())
                .map(invitation -> enter(invitation, account));
    }

    /**
     * @return the workspace, or nothing when the invitation is no longer open or the address has an account by now: then
     *     the invitation stays open for that account
     */
    @Transactional
    public Optional<WorkspaceId> joinAsNew(String token, String name, String password) {
        return invitations.hold(token).flatMap(invitation -> {
            var account = new Account(AccountId.next(), invitation.email(), name, passwords.encode(password), false);
            return accounts.add(account) ? Optional.of(enter(invitation, account.id())) : Optional.empty();
        });
    }

    private WorkspaceId enter(Invitation invitation, AccountId account) {
        invitations.remove(invitation.workspace(), invitation.id());
        memberships.add(invitation.workspace(), account, invitation.role());
        return invitation.workspace();
    }
}
