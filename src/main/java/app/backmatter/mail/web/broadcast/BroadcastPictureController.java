package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.PlacePicture;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.mail.web.content.PictureForm;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.Uploads;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The picture of a block. It has a page of its own, because a form with a file takes few fields beside it. */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts/{broadcast}/pictures")
class BroadcastPictureController {
    private final WriteBroadcast write;
    private final PlacePicture place;
    private final Uploads uploads;

    BroadcastPictureController(WriteBroadcast write, PlacePicture place, Uploads uploads) {
        this.write = write;
        this.place = place;
        this.uploads = uploads;
    }

    /** @param at the block's place, from 0 */
    @GetMapping("/new")
    String choose(@PathVariable UUID broadcast, @RequestParam(defaultValue = "0") int at, Model model) {
        var found = find(broadcast);
        model.addAttribute("broadcast", found);
        model.addAttribute("at", at);
        model.addAttribute("form", PictureForm.of(found.draft().content(), at));
        return "mail/broadcasts/picture";
    }

    @PostMapping
    String store(
            @PathVariable String workspace,
            @PathVariable UUID broadcast,
            @RequestParam(defaultValue = "0") int at,
            @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Model model) {
        var found = find(broadcast);
        form.check(errors);
        var picture = uploads.picture(form.picture(), "picture", errors);
        if (errors.hasErrors()) {
            model.addAttribute("broadcast", found);
            model.addAttribute("at", at);
            return "mail/broadcasts/picture";
        }
        place.place(found.id(), at, picture, form.cleanAlternative());
        return "redirect:/w/%s/mail/broadcasts/%s#block-%d".formatted(workspace, broadcast, at);
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id))
                .filter(BroadcastDetails::mayChange)
                .orElseThrow(NotFound::new);
    }
}
