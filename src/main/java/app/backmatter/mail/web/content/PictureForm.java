package app.backmatter.mail.web.content;

import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A picture and what it shows, as chosen and typed. */
public record PictureForm(
        @Nullable MultipartFile picture, @Nullable String alternative) {
    /** @param at the block's place, from 0 */
    public static PictureForm of(MailContent content, int at) {
        var blocks = content.blocks();
        var known = at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Picture picture
                ? picture.alternative()
                : "";
        return new PictureForm(null, known);
    }

    public String cleanAlternative() {
        return Typed.line(alternative);
    }

    public void check(Errors errors) {
        if (picture == null
                || picture.isEmpty()
                        && String.valueOf(picture.getOriginalFilename()).isBlank()) {
            errors.rejectValue("picture", "mail.error.picture");
        }
        if (cleanAlternative().length() > 150) {
            errors.rejectValue("alternative", "mail.error.alternative");
        }
    }
}
