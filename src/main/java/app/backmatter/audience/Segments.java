package app.backmatter.audience;

import app.backmatter.audience.segment.Segment;
import app.backmatter.audience.segment.SegmentStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The segments of the workspace in scope, for whoever addresses them by {@link Addressed}. */
@Service
public class Segments {
    private final SegmentStore segments;

    Segments(SegmentStore segments) {
        this.segments = segments;
    }

    /** By name. */
    public List<SegmentView> all() {
        return segments.all().stream().map(Segment::view).toList();
    }

    public Optional<SegmentView> find(SegmentId id) {
        return segments.find(id).map(Segment::view);
    }
}
