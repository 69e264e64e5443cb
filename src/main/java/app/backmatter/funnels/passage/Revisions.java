package app.backmatter.funnels.passage;

import app.backmatter.funnels.RevisionId;
import app.backmatter.funnels.domain.PublishedFunnels;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** Revisions that readers are inside of, kept in memory because they never change. */
@Component
class Revisions {
    private final PublishedFunnels funnels;
    private final Cache<RevisionId, PublishedRevision> recent =
            Caffeine.newBuilder().maximumSize(500).build();

    Revisions(PublishedFunnels funnels) {
        this.funnels = funnels;
    }

    /** @throws NotFound when there is no such revision in that workspace */
    PublishedRevision get(WorkspaceId workspace, RevisionId id) {
        var revision = recent.get(id, key -> funnels.find(workspace, key).orElseThrow(NotFound::new));
        if (!revision.workspace().equals(workspace)) {
            throw new NotFound();
        }
        return revision;
    }
}
