package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.MailPictures;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a picture that was just stored into a draft. */
@Service
@Transactional
public class PlacePicture {
    private final WriteBroadcast write;
    private final MailPictures pictures;

    PlacePicture(WriteBroadcast write, MailPictures pictures) {
        this.write = write;
        this.pictures = pictures;
    }

    /**
     * @param at the picture block that gets it; where another block stands, it comes before that
     * @param picture absent to change nothing but what it is said to show
     */
    public void place(BroadcastId id, int at, @Nullable FileId picture, String alternative) {
        var broadcast = write.find(id).orElseThrow(NotFound::new);
        var draft = broadcast.draft();
        var content = pictures.with(draft.content(), at, picture, alternative);
        write.write(id, broadcast.version(), draft.with(content));
    }
}
