package app.backmatter.accounts.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.InviteMember;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.MailMode;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import app.backmatter.shared.EmailAddress;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks people into the workspace; for its owners. What the invited see is {@link InvitationController}'s. */
@Controller
@RequestMapping("/w/{workspace}/members/invitations")
class InvitationsController {
    private final InviteMember inviteMember;
    private final Workspaces workspaces;
    private final MembersPage page;
    private final MailMode mail;
    private final Words words;

    InvitationsController(
            InviteMember inviteMember, Workspaces workspaces, MembersPage page, MailMode mail, Words words) {
        this.inviteMember = inviteMember;
        this.workspaces = workspaces;
        this.page = page;
        this.mail = mail;
        this.words = words;
    }

    @PostMapping
    String invite(
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors() && !send(form)) {
            errors.rejectValue("email", "accounts.error.member-already");
        }
        if (errors.hasErrors()) {
            return page.show(form, model);
        }
        redirect.addFlashAttribute(
                "flash",
                words.say(
                        mail.isSet() ? "accounts.members.invited" : "accounts.members.invited.by-hand",
                        Typed.line(form.email())));
        return MembersController.BACK;
    }

    @PostMapping("/{id}/deletion")
    String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        if (!inviteMember.withdraw(WorkspaceScope.current(), id)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", words.say("accounts.members.withdrawn"));
        return MembersController.BACK;
    }

    private boolean send(InvitationForm form) {
        var email = EmailAddress.parse(Typed.line(form.email())).orElseThrow();
        var workspace = workspaces.get(WorkspaceScope.current());
        return inviteMember.invite(workspace, email, Objects.requireNonNull(form.role()));
    }
}
