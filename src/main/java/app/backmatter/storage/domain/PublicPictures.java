package app.backmatter.storage.domain;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Pictures as anybody may see them, whatever the workspace. Files for download are not among them. */
@Service
public class PublicPictures {
    private final JdbcClient jdbc;
    private final Contents contents;
    private final LoadingCache<FileId, Optional<Kept>> kept =
            Caffeine.newBuilder().maximumSize(10_000).build(this::load);

    PublicPictures(JdbcClient jdbc, Contents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** @param width which smaller variant is wanted; any other number gives the picture itself */
    public Optional<PublicPicture> find(FileId id, int width) {
        var found = kept.get(id);
        if (found.isEmpty()) {
            // uploaded a moment later it must be there
            kept.invalidate(id);
        }
        return found.map(picture -> new PublicPicture(picture.contentType(), content(picture.workspace(), id, width)))
                .filter(picture -> picture.content().exists());
    }

    private Resource content(WorkspaceId workspace, FileId id, int width) {
        var whole = contents.open(new Place(workspace, id, ""));
        if (Arrays.stream(StorePicture.SMALLER).noneMatch(smaller -> smaller == width)) {
            return whole;
        }
        var smaller = contents.open(new Place(workspace, id, StorePicture.variant(width)));
        return smaller.exists() ? smaller : whole;
    }

    private Optional<Kept> load(FileId id) {
        return jdbc.sql("select workspace_id, content_type from files where id = ? and use = 'PICTURE'")
                .param(id.value())
                .query((row, _) -> new Kept(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)), row.getString("content_type")))
                .optional();
    }

    private record Kept(WorkspaceId workspace, String contentType) {}
}
