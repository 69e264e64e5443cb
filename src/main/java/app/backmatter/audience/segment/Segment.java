package app.backmatter.audience.segment;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentView;

/** A rule under a name. */
public record Segment(SegmentId id, String name, Rule rule) {
    public SegmentView view() {
        return new SegmentView(id, name);
    }
}
