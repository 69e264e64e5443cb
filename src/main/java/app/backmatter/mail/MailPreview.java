package app.backmatter.mail;

import app.backmatter.mail.domain.PreviewMail;
import org.springframework.stereotype.Service;

/** Marketing mails of the workspace in scope as a reader would get them, with links that lead nowhere. */
@Service
public class MailPreview {
    private final PreviewMail preview;

    MailPreview(PreviewMail preview) {
        this.preview = preview;
    }

    /** To be shown by {@link ShownMail}. */
    public String html(LetterTemplate.Written words) {
        return preview.html(words);
    }
}
