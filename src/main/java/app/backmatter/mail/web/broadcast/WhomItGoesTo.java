package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentView;
import app.backmatter.audience.Segments;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom a broadcast is for, in words. */
@Component
class WhomItGoesTo {
    private final Segments segments;
    private final Format format;
    private final Words words;

    WhomItGoesTo(Segments segments, Format format, Words words) {
        this.segments = segments;
        this.format = format;
        this.words = words;
    }

    /** @param readers who they are, or were when it started */
    String of(Addressed addressed, long readers) {
        var names = segments.all().stream().collect(Collectors.toMap(SegmentView::id, SegmentView::name));
        var segment = addressed.segment();
        var to = segment == null ? words.say("mail.addressed.everybody") : named(segment, names);
        var who = addressed.except().isEmpty()
                ? words.say("mail.addressed", to)
                : words.say("mail.addressed.except", to, except(addressed, names));
        return words.say("mail.addressed.count", who, readers, format.count(readers));
    }

    private String except(Addressed addressed, Map<SegmentId, String> names) {
        return addressed.except().stream()
                .map(one -> named(one, names))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String named(SegmentId id, Map<SegmentId, String> names) {
        var name = names.get(id);
        return name == null ? words.say("mail.addressed.gone") : words.say("mail.addressed.segment", name);
    }
}
