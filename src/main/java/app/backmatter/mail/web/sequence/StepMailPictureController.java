package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.MailPictures;
import app.backmatter.mail.sequence.EditSteps;
import app.backmatter.mail.web.content.PictureForm;
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
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/mails/{mail}/pictures")
class StepMailPictureController {
    private final StepMails mails;
    private final EditSteps edit;
    private final MailPictures pictures;
    private final Uploads uploads;

    StepMailPictureController(StepMails mails, EditSteps edit, MailPictures pictures, Uploads uploads) {
        this.mails = mails;
        this.edit = edit;
        this.pictures = pictures;
        this.uploads = uploads;
    }

    /** @param at the block's place, from 0 */
    @GetMapping("/new")
    String choose(
            @PathVariable UUID sequence,
            @PathVariable UUID mail,
            @RequestParam(defaultValue = "0") int at,
            Model model) {
        var written = mails.show(sequence, mail, model);
        model.addAttribute("at", at);
        model.addAttribute("form", PictureForm.of(written.content(), at));
        return "mail/mails/picture";
    }

    @PostMapping
    String store(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @PathVariable UUID mail,
            @RequestParam(defaultValue = "0") int at,
            @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Model model) {
        mails.show(sequence, mail, model);
        form.check(errors);
        var picture = uploads.picture(form.picture(), "picture", errors);
        if (errors.hasErrors()) {
            model.addAttribute("at", at);
            return "mail/mails/picture";
        }
        edit.illustrate(
                new SequenceId(sequence),
                mail,
                content -> pictures.with(content, at, picture, form.cleanAlternative()));
        return "redirect:/w/%s/mail/sequences/%s/mails/%s#block-%d".formatted(workspace, sequence, mail, at);
    }
}
