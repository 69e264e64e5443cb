package app.backmatter.links.domain;

import app.backmatter.database.WorkspaceOwned;
import app.backmatter.links.LinkId;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A printed address that stays alive whatever happens to the page behind it. */
@Entity
@Table(name = "short_links")
final class ShortLink extends WorkspaceOwned<ShortLink> {
    /** A path of ours: a second slash at the start would name another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\#]]+");

    @EmbeddedId
    private LinkId id;

    @Version
    private @Nullable Integer version;

    private String code;

    @Enumerated(EnumType.STRING)
    private SourceKind sourceKind;

    private @Nullable UUID sourceId;
    private String sourceLabel;
    private @Nullable String target;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    ShortLink() {}

    ShortLink(String code, Source source, Instant createdAt) {
        this.id = LinkId.next();
        this.code = code;
        this.sourceKind = source.kind();
        this.sourceId = source.id();
        this.sourceLabel = source.label();
        this.createdAt = createdAt;
    }

    void point(String path) {
        if (!OWN_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path of this installation: " + path);
        }
        target = path;
    }

    LinkId id() {
        return id;
    }

    String code() {
        return code;
    }

    Source source() {
        return new Source(sourceKind, sourceId, sourceLabel);
    }

    @Nullable
    String target() {
        return target;
    }
}
