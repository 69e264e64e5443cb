package app.backmatter.audience.segment;

import java.util.List;
import org.springframework.stereotype.Component;

/** The tags that segments' rules name. */
@Component
public class SegmentTags {
    private final SegmentStore segments;

    SegmentTags(SegmentStore segments) {
        this.segments = segments;
    }

    /** In the caller's transaction. */
    public void rename(String tag, String other) {
        for (var segment : naming(tag)) {
            segments.keep(new Segment(segment.id(), segment.name(), renamed(segment.rule(), tag, other)));
        }
    }

    /** Segments that ask for the tag, or that it be absent; by name. */
    public List<Segment> naming(String tag) {
        return segments.all().stream()
                .filter(segment -> names(segment.rule(), tag))
                .toList();
    }

    private static boolean names(Rule rule, String tag) {
        return switch (rule) {
            case Rule.Group group -> group.rules().stream().anyMatch(one -> names(one, tag));
            case Rule.Tagged tagged -> tagged.tag().equals(tag);
            default -> false;
        };
    }

    private static Rule renamed(Rule rule, String tag, String other) {
        return switch (rule) {
            case Rule.Group(var join, var rules) ->
                new Rule.Group(
                        join,
                        rules.stream().map(one -> renamed(one, tag, other)).toList());
            case Rule.Tagged(var named, var is) when named.equals(tag) -> new Rule.Tagged(other, is);
            default -> rule;
        };
    }
}
