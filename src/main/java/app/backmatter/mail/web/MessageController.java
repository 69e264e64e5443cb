package app.backmatter.mail.web;

import app.backmatter.mail.MailServer;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.domain.MessageList;
import app.backmatter.mail.domain.MessageRow;
import app.backmatter.mail.domain.MessageState;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Slice;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox: every mail of the workspace and what became of it. */
@Controller
@RequestMapping("/w/{workspace}/mail")
class MessageController {
    private final MessageList messages;
    private final MailServer server;

    MessageController(MessageList messages, MailServer server) {
        this.messages = messages;
        this.server = server;
    }

    @GetMapping
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable UUID before,
            Model model) {
        var recipient = Typed.line(q).toLowerCase(Locale.ROOT);
        var found = messages.search(recipient, stateOf(state), before, Slice.LOOK_FOR);
        model.addAttribute("messages", Slice.of(found, before, MessageRow::id));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("states", MessageState.values());
        model.addAttribute("keeping", !server.isSetHere());
        return "mail/messages/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        model.addAttribute("message", messages.find(id).orElseThrow(NotFound::new));
        model.addAttribute("mail", messages.read(id).orElse(null));
        model.addAttribute("keeping", !server.isSetHere());
        ShownMail.allowIn(response);
        return "mail/messages/show";
    }

    @GetMapping("/{id}/document")
    ResponseEntity<String> document(@PathVariable UUID id) {
        return ShownMail.document(messages.read(id).orElseThrow(NotFound::new).html());
    }

    private static @Nullable MessageState stateOf(String name) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
