package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a picture that was just stored into a draft. */
@Service
@Transactional
public class PlacePicture {
    private final WriteBroadcast write;
    private final Files files;

    PlacePicture(WriteBroadcast write, Files files) {
        this.write = write;
        this.files = files;
    }

    /**
     * @param at the picture block that gets it; where another block stands, it comes before that
     * @param picture absent to change nothing but what it is said to show
     */
    public void place(BroadcastId id, int at, @Nullable FileId picture, String alternative) {
        var broadcast = write.find(id).orElseThrow(NotFound::new);
        var draft = broadcast.draft();
        var blocks = new ArrayList<>(draft.content().blocks());
        if (at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Picture before) {
            blocks.set(at, shown(picture == null ? before.file() : picture, alternative, before.link()));
        } else {
            blocks.add(Math.clamp(at, 0, blocks.size()), shown(picture, alternative, ""));
        }
        write.write(id, broadcast.version(), draft.with(new MailContent(blocks)));
    }

    private Block shown(@Nullable FileId picture, String alternative, String link) {
        return new Block.Picture(picture, picture == null ? 0 : width(picture), alternative, link);
    }

    /** In pixels; of a picture that is stored, which is small enough to be read. */
    private int width(FileId picture) {
        try (var content = files.open(picture).getInputStream()) {
            var pixels = ImageIO.read(content);
            return pixels == null ? 0 : pixels.getWidth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
