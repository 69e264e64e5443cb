package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.domain.Invitation;
import app.backmatter.accounts.domain.InviteMember;
import app.backmatter.accounts.domain.ManageMembers;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.MailMode;
import app.backmatter.pages.PublicAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of who works in the workspace, and who is asked to. */
@Component
class MembersPage {
    private final ManageMembers members;
    private final InviteMember inviteMember;
    private final MailMode mail;
    private final PublicAddress address;

    MembersPage(ManageMembers members, InviteMember inviteMember, MailMode mail, PublicAddress address) {
        this.members = members;
        this.inviteMember = inviteMember;
        this.mail = mail;
        this.address = address;
    }

    /** @param form the invitation as it was typed, or a blank one */
    String show(InvitationForm form, Model model) {
        var workspace = WorkspaceScope.current();
        model.addAttribute("form", form);
        model.addAttribute("members", members.of(workspace));
        var invitations = inviteMember.open(workspace);
        model.addAttribute("invitations", invitations);
        model.addAttribute("links", mail.isSet() ? Map.of() : links(invitations));
        model.addAttribute("roles", Role.values());
        return "accounts/members/index";
    }

    /** While no mail leaves, the owner hands the links over. */
    private Map<UUID, String> links(List<Invitation> invitations) {
        return invitations.stream()
                .collect(Collectors.toMap(Invitation::id, invitation -> address.of(inviteMember.path(invitation))));
    }
}
