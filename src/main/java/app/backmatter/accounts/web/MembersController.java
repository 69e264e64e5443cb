package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.Invitation;
import app.backmatter.accounts.domain.InviteMember;
import app.backmatter.accounts.domain.ManageMembers;
import app.backmatter.accounts.domain.Member;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.MailMode;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works in the workspace; for its owners. */
@Controller
@RequestMapping("/w/{workspace}/members")
class MembersController {
    private static final String INDEX = "accounts/members/index";
    private static final String BACK = "redirect:/w/{workspace}/members";

    private final ManageMembers members;
    private final InviteMember inviteMember;
    private final Workspaces workspaces;
    private final MailMode mail;
    private final PublicAddress address;
    private final Words words;

    MembersController(
            ManageMembers members,
            InviteMember inviteMember,
            Workspaces workspaces,
            MailMode mail,
            PublicAddress address,
            Words words) {
        this.members = members;
        this.inviteMember = inviteMember;
        this.workspaces = workspaces;
        this.mail = mail;
        this.address = address;
        this.words = words;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("form", InvitationForm.blank());
        return list(model);
    }

    @PostMapping("/invitations")
    String invite(
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors() && !send(form)) {
            errors.rejectValue("email", "accounts.error.member-already");
        }
        if (errors.hasErrors()) {
            return list(model);
        }
        redirect.addFlashAttribute(
                "flash",
                words.say(
                        mail.isSet() ? "accounts.members.invited" : "accounts.members.invited.by-hand",
                        Typed.line(form.email())));
        return BACK;
    }

    @PostMapping("/invitations/{id}/deletion")
    String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        if (!inviteMember.withdraw(WorkspaceScope.current(), id)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", words.say("accounts.members.withdrawn"));
        return BACK;
    }

    @PostMapping("/{id}/role")
    String changeRole(
            @PathVariable UUID id, @RequestParam Role role, RedirectAttributes redirect, HttpServletResponse response) {
        var member = find(id);
        if (!members.changeRole(WorkspaceScope.current(), id, role)) {
            return lastOwner(response);
        }
        redirect.addFlashAttribute("flash", words.say("accounts.members.changed", member.name()));
        return BACK;
    }

    @GetMapping("/{id}/deletion")
    String confirmRemoval(@PathVariable UUID id, Model model) {
        model.addAttribute("member", find(id));
        return "accounts/members/delete";
    }

    @PostMapping("/{id}/deletion")
    String remove(@PathVariable UUID id, RedirectAttributes redirect, HttpServletResponse response) {
        var member = find(id);
        if (!members.remove(WorkspaceScope.current(), id)) {
            return lastOwner(response);
        }
        redirect.addFlashAttribute("flash", words.say("accounts.members.removed", member.name()));
        return BACK;
    }

    private static String lastOwner(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return "accounts/members/last-owner";
    }

    private boolean send(InvitationForm form) {
        var email = EmailAddress.parse(Typed.line(form.email())).orElseThrow();
        var workspace = workspaces.get(WorkspaceScope.current());
        return inviteMember.invite(workspace, email, Objects.requireNonNull(form.role()));
    }

    private String list(Model model) {
        var workspace = WorkspaceScope.current();
        model.addAttribute("members", members.of(workspace));
        var invitations = inviteMember.open(workspace);
        model.addAttribute("invitations", invitations);
        model.addAttribute("links", mail.isSet() ? Map.of() : links(invitations));
        model.addAttribute("roles", Role.values());
        return INDEX;
    }

    /** While no mail leaves, the owner hands the links over. */
    private Map<UUID, String> links(List<Invitation> invitations) {
        return invitations.stream()
                .collect(Collectors.toMap(Invitation::id, invitation -> address.of(inviteMember.path(invitation))));
    }

    private Member find(UUID id) {
        return members.find(WorkspaceScope.current(), id).orElseThrow(NotFound::new);
    }
}
