package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.domain.ManageMembers;
import app.backmatter.accounts.domain.Member;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works in the workspace; for its owners. */
@Controller
@RequestMapping("/w/{workspace}/members")
class MembersController {
    static final String BACK = "redirect:/w/{workspace}/members";

    private final ManageMembers members;
    private final MembersPage page;
    private final Words words;

    MembersController(ManageMembers members, MembersPage page, Words words) {
        this.members = members;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String index(Model model) {
        return page.show(InvitationForm.blank(), model);
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

    private Member find(UUID id) {
        return members.find(WorkspaceScope.current(), id).orElseThrow(NotFound::new);
    }
}
