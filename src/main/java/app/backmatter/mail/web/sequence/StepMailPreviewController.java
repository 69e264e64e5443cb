package app.backmatter.mail.web.sequence;

import app.backmatter.mail.ShownMail;
import app.backmatter.mail.sequence.ShowStep;
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

/** A sequence's mail as its readers would get it: on a phone, on a laptop, as plain text. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/mails/{mail}")
class StepMailPreviewController {
    private static final Set<String> WAYS = Set.of("phone", "laptop", "text");

    private final StepMails mails;
    private final ShowStep show;
    private final PublicAddress address;

    StepMailPreviewController(StepMails mails, ShowStep show, PublicAddress address) {
        this.mails = mails;
        this.show = show;
        this.address = address;
    }

    /**
     * @param as phone, laptop or text
     * @param reader as {@link ShowStep} knows them
     */
    @GetMapping("/preview")
    String show(
            @PathVariable UUID sequence,
            @PathVariable UUID mail,
            @RequestParam(defaultValue = "phone") String as,
            @RequestParam(defaultValue = "") String reader,
            Model model,
            HttpServletResponse response) {
        var written = mails.show(sequence, mail, model);
        model.addAttribute("as", WAYS.contains(as) ? as : "phone");
        model.addAttribute("reader", reader);
        model.addAttribute("filled", show.as(reader, written));
        ShownMail.allowIn(response);
        return "mail/mails/preview";
    }

    @GetMapping("/document")
    ResponseEntity<String> document(
            @PathVariable UUID sequence, @PathVariable UUID mail, @RequestParam(defaultValue = "") String reader) {
        return ShownMail.withPictures(
                show.as(reader, mails.mail(sequence, mail)).html(), address);
    }
}
