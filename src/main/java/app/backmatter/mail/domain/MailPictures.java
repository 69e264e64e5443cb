package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets pictures stay while any broadcast shows them; those of copies are the same. */
@Component
class MailPictures {
    private final Files files;
    private final JdbcClient jdbc;

    MailPictures(Files files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** The content with pictures that stay from now on; one that is gone meanwhile has to be chosen again. */
    MailContent keep(MailContent content) {
        var kept = new MailContent(content.blocks().stream().map(this::known).toList());
        in(kept).forEach(files::claim);
        return kept;
    }

    private Block known(Block block) {
        return block instanceof Block.Picture picture
                        && picture.file() != null
                        && files.find(picture.file()).isEmpty()
                ? new Block.Picture(null, 0, picture.alternative(), picture.link())
                : block;
    }

    /** Those of what stood in a broadcast that stand nowhere any more. */
    void letGo(MailContent content) {
        in(content).filter(this::isNowhere).forEach(files::release);
    }

    /** An id occurs in the content as a picture alone, so that looking for its text finds it. */
    private boolean isNowhere(FileId file) {
        return jdbc.sql("""
            select not exists (select from broadcasts
                where workspace_id = :workspace and strpos(content::text, :file) > 0)\
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
