package app.backmatter.mail.content;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets pictures stay while any mail shows them; those of copies are the same. */
@Component
public class MailPictures {
    private final Files files;
    private final JdbcClient jdbc;

    MailPictures(Files files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** The content with pictures that stay from now on; one that is gone meanwhile has to be chosen again. */
    public MailContent keep(MailContent content) {
        var kept = new MailContent(content.blocks().stream().map(this::known).toList());
        in(kept).forEach(files::claim);
        return kept;
    }

    /**
     * @param at the picture block that gets it; where another block stands, it comes before that
     * @param picture absent to change nothing but what it is said to show
     */
    public MailContent with(MailContent content, int at, @Nullable FileId picture, String alternative) {
        var blocks = new ArrayList<>(content.blocks());
        if (at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Picture before) {
            blocks.set(at, shown(picture == null ? before.file() : picture, alternative, before.link()));
        } else {
            blocks.add(Math.clamp(at, 0, blocks.size()), shown(picture, alternative, ""));
        }
        return new MailContent(blocks);
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

    private Block known(Block block) {
        return block instanceof Block.Picture picture
                        && picture.file() != null
                        && files.find(picture.file()).isEmpty()
                ? new Block.Picture(null, 0, picture.alternative(), picture.link())
                : block;
    }

    /** Those of what stood in a mail that stand nowhere any more. */
    public void letGo(MailContent content) {
        in(content).filter(this::isNowhere).forEach(files::release);
    }

    /** An id occurs in the content as a picture alone, so that looking for its text finds it. */
    private boolean isNowhere(FileId file) {
        return jdbc.sql("""
            select not exists (select from broadcasts
                    where workspace_id = :workspace and strpos(content::text, :file) > 0)
                and not exists (select from sequence_steps
                    where workspace_id = :workspace and strpos(step::text, :file) > 0)\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("file", file.toString())
                .query(Boolean.class)
                .single();
    }

    private static Stream<FileId> in(MailContent content) {
        return content.blocks().stream()
                .flatMap(block ->
                        block instanceof Block.Picture picture ? Stream.ofNullable(picture.file()) : Stream.empty())
                .distinct();
    }
}
