package app.backmatter.accounts.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.AcceptInvitation;
import app.backmatter.accounts.domain.SignedInAccount;
import app.backmatter.pages.Typed;
import app.backmatter.shared.WorkspaceId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page that an invitation's mail leads to. Who is signed in with the invited address joins by one button, who has an
 * account signs in, everybody else makes the account here.
 */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {
    private static final String PAGE = "accounts/invitations/show";
    private static final String CLOSED = "accounts/invitations/closed";

    private final AcceptInvitation acceptInvitation;
    private final Workspaces workspaces;

    InvitationController(AcceptInvitation acceptInvitation, Workspaces workspaces) {
        this.acceptInvitation = acceptInvitation;
        this.workspaces = workspaces;
    }

    /** What the page tells of the invitation; nothing when the link is no longer open. */
    @ModelAttribute
    void invitation(
            @PathVariable String token, @AuthenticationPrincipal @Nullable SignedInAccount account, Model model) {
        acceptInvitation.find(token).ifPresent(invitation -> {
            var invitee = acceptInvitation.invitee(invitation);
            var signedIn = Optional.ofNullable(account).map(SignedInAccount::id);
            model.addAttribute("address", invitation.email().value());
            model.addAttribute("into", workspaces.get(invitation.workspace()).name());
            model.addAttribute("as", invitation.role());
            model.addAttribute("hasAccount", invitee.isPresent());
            model.addAttribute("isInvitee", invitee.isPresent() && invitee.equals(signedIn));
        });
    }

    @GetMapping
    String show(Model model, HttpServletResponse response) {
        model.addAttribute("form", new NewMemberForm("", ""));
        return model.containsAttribute("into") ? PAGE : closed(response);
    }

    @PostMapping("/membership")
    String join(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable SignedInAccount account,
            HttpServletResponse response) {
        if (account == null) {
            return "redirect:/invitations/" + token;
        }
        return entered(acceptInvitation.join(token, account.id()), response);
    }

    @PostMapping("/account")
    String joinAsNew(
            @PathVariable String token,
            @Valid @ModelAttribute("form") NewMemberForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException {
        if (!(model.getAttribute("address") instanceof String email)) {
            return closed(response);
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        var workspace = acceptInvitation.joinAsNew(
                token, Typed.line(form.name()), Objects.requireNonNullElse(form.password(), ""));
        if (workspace.isPresent()) {
            request.logout();
            request.login(email, Objects.requireNonNullElse(form.password(), ""));
        } else if (acceptInvitation.find(token).isPresent()) {
            // the address has an account by now: the page asks to sign in with it
            return "redirect:/invitations/" + token;
        }
        return entered(workspace, response);
    }

    private String entered(Optional<WorkspaceId> workspace, HttpServletResponse response) {
        return workspace.map(id -> "redirect:/w/" + workspaces.get(id).slug()).orElseGet(() -> closed(response));
    }

    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return CLOSED;
    }
}
