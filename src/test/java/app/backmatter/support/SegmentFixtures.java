package app.backmatter.support;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.segment.Rule;
import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Segments of a workspace. */
@Component
public class SegmentFixtures {
    private final SegmentStore segments;

    SegmentFixtures(SegmentStore segments) {
        this.segments = segments;
    }

    /** Everybody with the tag. */
    public SegmentId tagged(WorkspaceId workspace, String name, String tag) {
        var rule = new Rule.Group(Rule.Join.ALL, List.of(new Rule.Tagged(tag, true)));
        var segment = new Segment(SegmentId.next(), name, rule);
        WorkspaceScope.run(workspace, () -> segments.keep(segment));
        return segment.id();
    }
}
