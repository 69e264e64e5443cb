package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.LetterTemplate;
import org.springframework.stereotype.Service;

/** A marketing mail as a reader would get it, with links that lead nowhere. */
@Service
public class PreviewMail {
    private final WriteLetter writer;

    PreviewMail(WriteLetter writer) {
        this.writer = writer;
    }

    public String html(LetterTemplate.Written words) {
        return writer.preview(WorkspaceScope.current(), words).html();
    }
}
