package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.content.Block;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.pages.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A picture and what it shows, as chosen and typed. */
record PictureForm(
        @Nullable MultipartFile picture, @Nullable String alternative) {
    static PictureForm of(BroadcastDetails broadcast, int at) {
        var blocks = broadcast.draft().content().blocks();
        var known = at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Picture picture
                ? picture.alternative()
                : "";
        return new PictureForm(null, known);
    }

    String cleanAlternative() {
        return Typed.line(alternative);
    }

    void check(Errors errors) {
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
