package app.backmatter.audience;

import app.backmatter.pages.Use;
import java.util.List;

/** What needs segments to stay, such as a broadcast that is to come. Other modules provide such beans; while any names something, the segment can't be deleted. */
public interface SegmentUse {
    List<Use> of(SegmentId segment);
}
