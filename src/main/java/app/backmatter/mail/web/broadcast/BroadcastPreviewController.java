package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.ShowBroadcast;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A broadcast as its readers would get it: on a phone, on a laptop, as plain text. */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts/{broadcast}")
class BroadcastPreviewController {
    private static final Set<String> WAYS = Set.of("phone", "laptop", "text");

    private final WriteBroadcast write;
    private final ShowBroadcast show;
    private final PublicAddress address;

    BroadcastPreviewController(WriteBroadcast write, ShowBroadcast show, PublicAddress address) {
        this.write = write;
        this.show = show;
        this.address = address;
    }

    /**
     * @param as phone, laptop or text
     * @param reader as {@link ShowBroadcast} knows them
     */
    @GetMapping("/preview")
    String show(
            @PathVariable UUID broadcast,
            @RequestParam(defaultValue = "phone") String as,
            @RequestParam(defaultValue = "") String reader,
            Model model,
            HttpServletResponse response) {
        var found = find(broadcast);
        model.addAttribute("broadcast", found);
        model.addAttribute("as", WAYS.contains(as) ? as : "phone");
        model.addAttribute("reader", reader);
        model.addAttribute("readers", show.readers(found.draft()));
        model.addAttribute("mail", show.as(reader, found));
        if (found.draft().test().isOn()) {
            model.addAttribute(
                    "otherSubject", show.as(reader, found.draft().other()).subject());
        }
        ShownMail.allowIn(response);
        return "mail/broadcasts/preview";
    }

    @GetMapping("/document")
    ResponseEntity<String> document(@PathVariable UUID broadcast, @RequestParam(defaultValue = "") String reader) {
        return ShownMail.withPictures(show.as(reader, find(broadcast)).html(), address);
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id)).orElseThrow(NotFound::new);
    }
}
